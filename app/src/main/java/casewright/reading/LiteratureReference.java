package casewright.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The reference to the article itself (E2B(R3) C.4.r.1), in the order of the Vancouver convention that its guidance asks for: authors, title, journal,
/// year;volume(issue):pages, DOI. Each part is as the article's first page, its margins or its "cite as" line write it; what none of them states is left out.
/// The code is the same with the authors' names shortened (family name and initials, at most six), where they are plain enough for that.
final class LiteratureReference {

    private static final String JOURNAL = "(?<j>\\p{Lu}[\\p{L}.'\u2019&-]*(?:,? (?:\\p{Lu}[\\p{L}.'\u2019&()-]*|of|and|in|the|for|on|de|et|der|und|&)){0,11})";
    private static final String YEAR = "(?<y>(?:19|20)\\d\\d)";
    private static final String VOLUME = "(?<v>\\d{1,4})";
    private static final String PAGES = "(?<p>[A-Za-z]{0,2}\\d{1,9}(?:[-\u2013][A-Za-z]{0,2}\\d{1,7})?)";
    /// Year, volume and pages as publishers print them; each begins with the journal's name.
    private static final List<Pattern> IMPRINTS = Stream.of(
            JOURNAL + "[.,]? \\(?" + YEAR + "(?: \\p{Lu}\\p{L}{2,8}\\.?(?: \\d{1,2})?)?\\)?; ?" + VOLUME + "(?: ?\\((?<i>[^()]{1,15})\\))?: ?" + PAGES,
            JOURNAL + ",? \\(?" + YEAR + "\\)? " + VOLUME + "(?: ?\\((?<i>[^()]{1,15})\\))?(?::|,) ?(?:pp?\\.? ?|\\d{1,2}\\((?=[a-z]\\d))?" + PAGES,
            JOURNAL + ",? " + VOLUME + "(?: ?\\((?<i>\\d{1,3})\\))? \\(" + YEAR + "\\),? ?" + PAGES,
            JOURNAL + ",? Volume " + VOLUME + ", Article ID " + PAGES,
            JOURNAL + ",? [Vv]ol(?:ume|\\.) ?" + VOLUME + ",? (?:[Nn]o\\.?|[Ii]ssue|[Nn]umber) ?(?<i>\\d{1,3})(?:,? (?:pp?\\.? ?|pages )?" + PAGES + ")?,? \\(?(?:\\p{Lu}\\p{L}+ )?" + YEAR,
            JOURNAL + " " + VOLUME + ": ?" + PAGES + "\\.? (?=doi)").map(Pattern::compile).toList();
    private static final Pattern CITE = Pattern.compile("^(?:(?:to|how to|please|for) cite(?: this (?:article|paper|case report))?|cite (?:this article|this paper|as|this as)|(?:recommended )?citation|article citation)(?: as| in press as)?\\s*[:.]?\\s*(?<c>\\p{Lu}.{30,480})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>]*[^\\s\"<>.,;:)\\]]");
    private static final Pattern PUBLISHED = Pattern.compile("\\bpublished(?: online)?(?: on)?:? (?:[\\p{L}\\d]{1,9},? ){0,2}" + YEAR + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLISHER = Pattern.compile("^(?:Hindawi(?: Publishing Corporation| Limited)?|Elsevier|Springer(?: Nature)?|Wiley|BioMed Central|Dove(?:p|P)ress|Karger|MDPI|Sage(?: Publications)?|Taylor & Francis|Open Access|Research Article|Case Reports?(?= (?!in\\b|of\\b)\\p{Lu})) ");
    private static final Pattern NEXT_AUTHOR = Pattern.compile("\\s*[,;]\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*");
    private static final Pattern DEGREE = Pattern.compile("M\\.?D\\.?|Ph\\.?D\\.?|MBBS|MBChB|M\\.?Sc\\.?|B\\.?Sc\\.?|Pharm\\.?D\\.?|MPH|RN|FRCP|DO");
    private static final Set<String> PARTICLES = Set.of("de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ter", "dos");
    private static final int MOST_AUTHORS = 6;

    private final List<Quote> lines;

    /// @param lines of the first page and the margins, in order
    LiteratureReference(List<Quote> lines) {
        this.lines = lines;
    }

    Optional<Fact> read(Optional<Fact> authors, Optional<Fact> title) {
        for (Quote line : lines) {
            Matcher cite = CITE.matcher(line.text());
            if (cite.find()) return Optional.of(fact(cite.group("c").strip(), null, List.of(part(line, cite.start("c"), cite.end("c")))));
        }
        if (title.isEmpty()) return Optional.empty();
        List<Quote> quotes = new ArrayList<>();
        authors.ifPresent(fact -> quotes.addAll(fact.quotes()));
        quotes.addAll(title.get().quotes());
        String imprint = imprint(quotes);
        String doi = first(DOI, line -> line.group(), quotes).map(found -> "doi:" + found).orElse("");
        String behind = Stream.of(imprint, doi).filter(one -> !one.isEmpty()).map(LiteratureReference::closed).collect(Collectors.joining(" "));
        // an article that names nothing but its title is told by that
        if (behind.isEmpty()) return title;
        String told = closed(title.get().value()) + " " + behind;
        String names = authors.map(fact -> closed(fact.value()) + " ").orElse("");
        return Optional.of(fact(names + told, authors.flatMap(fact -> shortened(fact.value())).map(one -> one + " " + told).orElse(null), quotes));
    }

    private String imprint(List<Quote> quotes) {
        for (Pattern pattern : IMPRINTS) {
            for (Quote line : lines) {
                Matcher matcher = pattern.matcher(line.text());
                if (!matcher.lookingAt()) continue;
                String journal = matcher.group("j").replaceAll("[,.]$", "");
                Matcher publisher = PUBLISHER.matcher(journal);
                int from = publisher.find() ? publisher.end() : 0;
                // printed without its end: "Volume 2016" counts the volumes by years
                String volume = matcher.group("v");
                String year = pattern.pattern().contains("?<y>") ? matcher.group("y") : volume.length() == 4 ? volume : first(PUBLISHED, found -> found.group("y"), quotes).orElse("");
                String issue = pattern.pattern().contains("?<i>") && matcher.group("i") != null ? "(" + matcher.group("i") + ")" : "";
                quotes.add(part(line, from, matcher.end()));
                return journal.substring(from) + ". " + (year.isEmpty() ? "" : year + ";") + volume + issue + (matcher.group("p") == null ? "" : ":" + matcher.group("p"));
            }
        }
        return "";
    }

    private Optional<String> first(Pattern pattern, Function<Matcher, String> what, List<Quote> quotes) {
        for (Quote line : lines) {
            Matcher matcher = pattern.matcher(line.text());
            if (!matcher.find()) continue;
            quotes.add(part(line, matcher.start(), matcher.end()));
            return Optional.of(what.apply(matcher));
        }
        return Optional.empty();
    }

    /// "Anna Maria Rossi, Jan van Dijk" as "Rossi AM, van Dijk J."; empty where a name is not plainly given name and family name.
    static Optional<String> shortened(String authors) {
        boolean more = authors.endsWith("et al.");
        List<String> names = Arrays.stream(NEXT_AUTHOR.split(authors.replaceFirst(",? et al\\.$", ""))).map(name -> name.strip().replaceFirst("^and ", "")).filter(name -> !name.isEmpty() && !DEGREE.matcher(name).matches()).toList();
        List<Optional<String>> written = names.stream().map(LiteratureReference::shortName).toList();
        if (written.isEmpty() || written.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        String list = written.stream().limit(MOST_AUTHORS).map(Optional::orElseThrow).collect(Collectors.joining(", "));
        return Optional.of(list + (more || written.size() > MOST_AUTHORS ? ", et al." : "."));
    }

    private static Optional<String> shortName(String name) {
        List<String> words = new ArrayList<>(List.of(name.split("\\s+")));
        while (words.size() > 1 && DEGREE.matcher(words.getLast()).matches()) words.removeLast();
        if (words.size() < 2 || words.stream().anyMatch(word -> !word.matches("[\\p{L}.'\u2019-]+") || word.matches("(?i)jr\\.?|sr\\.?|II|III"))) return Optional.empty();
        if (words.getLast().matches("\\p{Lu}{1,3}")) return Optional.of(String.join(" ", words));
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1))) family--;
        String initials = words.subList(0, family).stream().flatMap(word -> Arrays.stream(word.split("[-.]"))).filter(word -> !word.isEmpty()).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return initials.chars().allMatch(Character::isUpperCase) ? Optional.of(String.join(" ", words.subList(family, words.size())) + " " + initials) : Optional.empty();
    }

    private static String closed(String words) {
        return words.matches("(?s).*[.?!]$") ? words : words + ".";
    }

    private static Fact fact(String value, @Nullable String code, List<Quote> quotes) {
        return new Fact(value, code, quotes, List.of("pattern"), null, false, List.of());
    }

    private static Quote part(Quote line, int from, int to) {
        return new Quote(line.document(), line.page(), line.start() + from, line.start() + to, line.text().substring(from, to));
    }
}
