package casewright.reading;

import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the text says itself that something is not known, was asked in vain or was not asked: E2B(R3) wants that reason in the place of the value.
final class UnansweredReader {

    /// What is said not to be known, and the field that it concerns.
    private record Topic(String group, String id, String words) {
    }

    private static final String PERSON = "(?:he|she|they|I|the (?:patient|man|woman|boy|girl|child|mother|father|reporter|physician|doctor))";
    private static final List<Topic> TOPICS = List.of(
            new Topic("patient", "initials", "initials"), new Topic("patient", "sex", "sex|gender"),
            new Topic("patient", "statedNone", "(?<!family )(?<!smoking )(?<!travel )(?<!dietary )(?:medical )?history"),
            new Topic("patient", "autopsy", "autopsy|post-?mortem(?: examination)?"),
            new Topic("reporter", "qualification", "(?:reporter(?:['\u2019]s)?|his|her|their) (?:qualification|profession|occupation)"),
            new Topic("drug", "indication", "indications?|reasons? for (?:its |the )?(?:use|taking|treatment|prescription)|(?:what|why) (?:it|they|" + PERSON + "|[\\w-]+) (?:was|were|is|had been|took|takes|had taken) ?(?:taken|taking|given|prescribed|used|taking)?"),
            new Topic("drug", "route", "routes?(?: of administration)?"), new Topic("drug", "form", "(?:dosage|dose|pharmaceutical) form|formulation"),
            new Topic("drug", "start", "when " + PERSON + " (?:had )?(?:first )?(?:start\\w*|beg[au]n|took|taken)|start(?:ing)? dates?|dates? of (?:the )?(?:start|first (?:dose|intake|administration))"),
            new Topic("drug", "stop", "when " + PERSON + " (?:had )?(?:last )?(?:stop\\w*|discontinu\\w*|took|taken)|stop(?:ping)? dates?|dates? of (?:the )?(?:stop|discontinuation|last (?:dose|intake|administration))"),
            new Topic("reaction", "onset", "when (?:the |his |her )?[\\w -]{3,40}? (?:had )?(?:start\\w*|beg[au]n|appear\\w*|occur\\w*|develop\\w*)|onset dates?|(?:dates?|time) of onset"),
            new Topic("reaction", "end", "when (?:the |his |her )?[\\w -]{3,40}? (?:had )?(?:resolved|ended|disappeared|subsided|healed)|dates? of (?:recovery|resolution)"));

    private static final String WITHOUT_VERB = "(?:(?!\\b(?:was|were|is|are|had|has|have|showed|included|with|unknown|whether)\\b)[^.;:]){0,60}?";
    private static final String OF_SOMETHING = "(?! (?:\\w+ )?(?:cause|a?etiology|origin|significance|primary|type)\\b)";
    private static final String TOPIC_HERE = "\\b(?<topic>%s)\\b";
    private static final Pattern UNKNOWN_DATE = Pattern.compile("\\b(?:on|at|in) (?:an? )?unknown (?:date|day|time)\\b", Pattern.CASE_INSENSITIVE);

    /// Ways of saying it around a topic.
    private static final Map<String, NullFlavor> SAYINGS = sayings();
    private static final List<Said> SAID = TOPICS.stream().flatMap(topic -> SAYINGS.entrySet().stream()
            .map(saying -> new Said(topic, saying.getValue(), Pattern.compile(saying.getKey().replace("%s", topic.words()), Pattern.CASE_INSENSITIVE)))).toList();
    private static final Pattern HINT = Pattern.compile("\\b(?:unknown|not|cannot|unable)\\b|n['\u2019]t\\b", Pattern.CASE_INSENSITIVE);

    private record Said(Topic topic, NullFlavor reason, Pattern words) {
    }

    private final Mentions mentions;
    private final PatientFacts facts;
    private final Map<String, Unanswered> found = new LinkedHashMap<>();

    private UnansweredReader(Mentions mentions, PatientFacts facts) {
        this.mentions = mentions;
        this.facts = facts;
    }

    static PatientFacts completed(PatientFacts facts, Mentions mentions) {
        UnansweredReader reader = new UnansweredReader(mentions, facts);
        UnansweredBoxes.read(mentions.text().fields(), facts, reader.found);
        mentions.text().ofPatient().stream().filter(sentence -> sentence.section() != Section.CAPTION && sentence.section() != Section.FORM).forEach(reader::read);
        return CodedUnknown.completed(facts.with(reader.found), mentions);
    }

    private void read(Sentence sentence) {
        if (!HINT.matcher(sentence.text()).find()) return;
        for (Said said : SAID) {
            Matcher matcher = said.words().matcher(sentence.text());
            if (!matcher.find()) continue;
            Unanswered unanswered = new Unanswered(said.reason(), sentence.quote(matcher.start(), matcher.end()));
            path(said.topic(), sentence, matcher).ifPresent(path -> found.putIfAbsent(path, unanswered));
        }
        Matcher undated = UNKNOWN_DATE.matcher(sentence.text());
        if (!undated.find()) return;
        for (int i = 0; i < facts.tests().size(); i++) {
            Quote name = facts.tests().get(i).name().quotes().getFirst();
            boolean here = name.document() == sentence.document() && name.page() == sentence.page() && name.start() >= sentence.start() && name.end() <= sentence.end();
            if (here) found.putIfAbsent("keyTests[" + i + "].when", new Unanswered(NullFlavor.UNK, sentence.quote(undated.start(), undated.end())));
        }
    }

    private Optional<String> path(Topic topic, Sentence sentence, Matcher said) {
        return switch (topic.group()) {
            case "drug" -> drug(sentence, said.start(), said.end()).map(item -> item + topic.id());
            case "reaction" -> reaction(sentence, said).map(item -> item + topic.id());
            default -> Optional.of(topic.group() + "." + topic.id());
        };
    }

    /// The drug named last before the words, else the next one; the only suspect where the sentence names none.
    private Optional<String> drug(Sentence sentence, int start, int end) {
        List<DrugMention> named = mentions.drugsIn(sentence);
        Optional<DrugMention> nearest = named.stream().filter(drug -> drug.term().start() < end && drug.term().end() > start).findFirst()
                .or(() -> named.stream().filter(drug -> drug.term().end() <= start).reduce((_, last) -> last)).or(() -> named.stream().findFirst());
        if (nearest.isEmpty()) return facts.suspects().size() == 1 ? Optional.of("suspectDrugs[0].") : Optional.empty();
        String name = nearest.get().term().text();
        return item("suspectDrugs", facts.suspects().stream().map(DrugFacts::names).toList(), name).or(() -> item("concomitantDrugs", facts.concomitants().stream().map(DrugFacts::names).toList(), name));
    }

    private Optional<String> reaction(Sentence sentence, Matcher said) {
        Optional<String> named = mentions.reactionsIn(sentence).stream().filter(mention -> mention.term().start() < said.end() && mention.term().end() > said.start())
                .map(mention -> item("reactions", facts.reactions().stream().map(ReactionFacts::names).toList(), mention.term().text())).flatMap(Optional::stream).findFirst();
        if (named.isPresent()) return named;
        boolean general = !said.group("topic").startsWith("when") || said.group().matches("(?i).*\\b(?:symptoms?|reactions?|events?)\\b.*");
        return general && facts.reactions().size() == 1 ? Optional.of("reactions[0].") : Optional.empty();
    }

    private static Optional<String> item(String group, List<List<String>> names, String name) {
        for (int i = 0; i < names.size(); i++) if (names.get(i).stream().anyMatch(name::equalsIgnoreCase)) return Optional.of(group + "[" + i + "].");
        return Optional.empty();
    }

    private static Map<String, NullFlavor> sayings() {
        Map<String, NullFlavor> sayings = new LinkedHashMap<>();
        sayings.put(TOPIC_HERE + "(?:" + WITHOUT_VERB + " (?:was|were|is|are|remains?|remained)(?: also| both)?|:)? (?:un|not )known\\b" + OF_SOMETHING, NullFlavor.UNK);
        sayings.put("\\b(?:unknown|not known) (?:past |previous )?" + TOPIC_HERE, NullFlavor.UNK);
        sayings.put("\\b(?:unknown|not known) (?:whether|if|for)\\b[^.;]{0,40}?" + TOPIC_HERE, NullFlavor.UNK);
        sayings.put("\\b(?:(?:could|can)(?: ?not|n['\u2019]t)|(?:was|were|is) (?:unable|not able) to|(?:did|does|do)(?: not|n['\u2019]t)) (?:recall|remember|say|tell|name|specify|state|know)\\b(?:(?!\\b(?:that|but|and (?:he|she|was))\\b)[^.;]){0,60}?" + TOPIC_HERE, NullFlavor.ASKU);
        sayings.put(TOPIC_HERE + WITHOUT_VERB + " (?:could not|cannot|can not) be (?:recalled|remembered|told|said|named)\\b", NullFlavor.ASKU);
        sayings.put("\\bnot (?:been )?asked (?:about|for|whether|when|why|what)?[^.;]{0,60}?" + TOPIC_HERE, NullFlavor.NASK);
        sayings.put(TOPIC_HERE + WITHOUT_VERB + " (?:was|were) not asked(?: for| about)?\\b", NullFlavor.NASK);
        return sayings;
    }
}
