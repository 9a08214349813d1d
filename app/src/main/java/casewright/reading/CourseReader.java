package casewright.reading;

import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Ranks the sentences of the source that a narrative has to tell: those with the drugs, the events, the turns of the course, the decisive findings and
/// the end.
final class CourseReader {

    private static final Pattern TURN = Pattern.compile("\\b(?:admitted|hospitali[sz]ed|diagnos\\w+|discharged|develop\\w*|transferred|referred|present(?:ed|ing)|complain\\w*|suspected|underwent|intubat\\w*|surgery|operation|died|death|passed away|surviv\\w+|alive|recover\\w*|resol\\w+|improv\\w*|disappear\\w*|ameliorat\\w*|normal\\w*|worsen\\w*|deteriorat\\w*|recur\\w*|resum\\w*|discontinu\\w*|stopp\\w*|withdr\\w+|initiat\\w*|start\\w*|history|persist\\w*|follow-up|attribut\\w+|negative|positive|unremarkable|excluded|ruled out|complian\\w+|adheren\\w+)\\b", Pattern.CASE_INSENSITIVE);
    /// What was done to the patient: "thyroidectomy was performed".
    private static final Pattern PROCEDURE = Pattern.compile("\\b(?:\\w{3,}(?:ectomy|otomy|ostomy|plasty|grafting)|transplant\\w*|(?:hemo|haemo)?dialysis|plasmapheresis|plasma exchange|intubat\\w+|mechanical ventilation|resect\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIED = Pattern.compile("\\b(?:he|she|patient|infant|child|boy|girl|man|woman)?(?: \\w+)?(?:,? and)? (?:died|passed away|succumbed|expired)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile("\\d(?:[.,]\\d+)?\\s?(?:mg|g|\u00b5g|\u03bcg|ng|pg|mL|ml|L|dL|U|IU|mmol|\u00b5mol|\u03bcmol|mEq|mmHg|%|cells|/\u00b5L|/\u03bcL|/mm|cm|mm|kg|bpm|\u00b0C|\u2103)|\\bGCS\\b|\\bscore of\\b");
    private static final Pattern ASIDE = Pattern.compile("\\b(?:consent|ethic\\w*|institutional review|approved by|declare|conflict of interest|corresponding author|copyright|figure|fig\\.|arrow|stain\\w*|\u00d7|magnification|shown in table)\\b", Pattern.CASE_INSENSITIVE);
    /// "(Fig. 2)" beside a finding makes no aside of it.
    private static final Pattern REFERENCE = Pattern.compile("\\((?:see |shown in )?(?:Fig|Table|Tab)[^)]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER = Pattern.compile("^(?:dear|to whom|to|from|re|subject|sent|date|phone|tel|fax|e-?mail|hello|hi|(?:with )?(?:kind|best|warm) regards|yours|sincerely|thank you|many thanks)\\b[^.]{0,60}[,:]|^(?:dear|hello|hi|(?:with )?(?:kind|best|warm) regards|yours (?:sincerely|faithfully|truly)|sincerely|thank you)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("[.!?:;][\\])\"'\u201d\u2019]*\\s*$");
    private static final int FEWEST_WORDS_TOLD = 5;
    /// A narrative is shorter than what it tells.
    private static final int MOST_WORDS = 690;
    private static final int SHORT_TEXT_WORDS = 200;
    private static final double SHARE_OF_TEXT = 0.69;
    /// An article tells its case in a few hundred of its thousands of words: nearly all of them count.
    private static final double SHARE_OF_CASE_SECTION = 1.5;
    private static final double FEWEST_POINTS = 0.2;
    private static final double OF_A_FACT = 1;
    private static final double OF_A_TEST = 2;
    private static final int MOST_FACTS = 3;

    private final Mentions mentions;

    CourseReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param suspectKeys  of the suspects
    /// @param otherKeys    of the other drugs
    /// @param reactionKeys of the drafted reactions
    /// @param cited        the words that fields about them rest on
    /// @param tests        the words that name key tests
    Course read(Set<String> suspectKeys, Set<String> otherKeys, Set<String> reactionKeys, List<Quote> cited, List<Quote> tests) {
        List<Sentence> told = mentions.text().ofPatient().stream().filter(sentence -> sentence.section() != Section.CAPTION && sentence.section() != Section.FORM && sentence.text().length() <= 590 && !mentions.text().isInTable(sentence) && isTold(sentence) && !isBroken(sentence) && !mentions.text().isGuessed(sentence)).toList();
        if (told.isEmpty()) return Course.NONE;
        // what is not told again, such as a sentence of a hundred words, is still text that the narrative shortens
        boolean article = mentions.text().isArticle();
        int mostWords = mostWords(article ? told : mentions.text().sentences(), article);
        Map<Sentence, Double> points = new HashMap<>();
        for (int i = 0; i < told.size(); i++) points.put(told.get(i), points(told.get(i), i == 0, i >= told.size() - 2, suspectKeys, otherKeys, reactionKeys) + ofFields(told.get(i), cited, tests));
        List<Quote> ranked = told.stream().filter(sentence -> points.getOrDefault(sentence, 0.0) > FEWEST_POINTS)
                .sorted(Comparator.comparingDouble((Sentence sentence) -> -points.getOrDefault(sentence, 0.0)).thenComparingInt(Sentence::index)).map(Sentence::quote).toList();
        return new Course(ranked, mostWords, ShortForm.in(mentions.text().sentences(), mentions.vocabulary()));
    }

    /// How many words the whole narrative may have.
    static int mostWords(List<Sentence> sentences, boolean article) {
        int words = sentences.stream().mapToInt(CourseReader::words).sum();
        return Math.max(SHORT_TEXT_WORDS, Math.min(MOST_WORDS, (int) (words * (article ? SHARE_OF_CASE_SECTION : SHARE_OF_TEXT))));
    }

    private double points(Sentence sentence, boolean first, boolean last, Set<String> suspectKeys, Set<String> otherKeys, Set<String> reactionKeys) {
        double points = 0;
        if (mentions.drugsIn(sentence).stream().anyMatch(drug -> suspectKeys.contains(drug.key()))) points += 3.5;
        else if (mentions.drugsIn(sentence).stream().anyMatch(drug -> otherKeys.contains(drug.key()))) points += 1.5;
        if (mentions.reactionsIn(sentence).stream().anyMatch(reaction -> reactionKeys.contains(mentions.keyOf(reaction)))) points += 3;
        else if (!mentions.reactionsIn(sentence).isEmpty()) points += 0.8;
        var turns = TURN.matcher(sentence.text());
        int found = 0;
        while (turns.find() && found < 3) found++;
        points += 0.8 * found;
        if (MEASURED.matcher(sentence.text()).find()) points += 0.8;
        if (Dates.ANY.matcher(sentence.text()).find()) points += 0.5;
        if (PROCEDURE.matcher(sentence.text()).find()) points += 0.8;
        if (first) points += 3;
        if (DIED.matcher(sentence.text()).find()) points += 4;
        if (last) points += 0.7;
        if (ASIDE.matcher(REFERENCE.matcher(sentence.text()).replaceAll("")).find()) points -= 2.5;
        return points / Math.sqrt(Math.max(8, words(sentence)));
    }

    /// The narrative has to tell what the fields say.
    private static double ofFields(Sentence sentence, List<Quote> cited, List<Quote> tests) {
        Quote whole = sentence.quote();
        long facts = cited.stream().filter(quote -> holds(whole, quote)).map(Quote::start).distinct().count();
        boolean tested = tests.stream().anyMatch(quote -> holds(whole, quote));
        return (OF_A_FACT * Math.min(MOST_FACTS, facts) + (tested ? OF_A_TEST : 0)) / Math.sqrt(Math.max(8, words(sentence)));
    }

    private static boolean holds(Quote whole, Quote quote) {
        return whole.document() == quote.document() && whole.page() == quote.page() && whole.start() <= quote.start() && quote.end() <= whole.end();
    }

    /// A sentence that a figure or the end of a page parts in two: neither half says what the whole said.
    private boolean isBroken(Sentence sentence) {
        List<Sentence> all = mentions.text().sentences();
        boolean goesOn = sentence.index() + 1 < all.size() && !ENDS.matcher(sentence.text()).find() && beginsSmall(all.get(sentence.index() + 1));
        boolean cameFrom = beginsSmall(sentence) && sentence.index() > 0 && !ENDS.matcher(all.get(sentence.index() - 1).text()).find();
        return goesOn || cameFrom;
    }

    private static boolean beginsSmall(Sentence sentence) {
        String text = sentence.text().stripLeading();
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    /// A sentence that tells something: no letter head, greeting or signature.
    private boolean isTold(Sentence sentence) {
        if (sentence.text().length() <= 20 || LETTER.matcher(sentence.text()).find()) return false;
        boolean names = !mentions.drugsIn(sentence).isEmpty() || !mentions.reactionsIn(sentence).isEmpty();
        // "Department of Nephrology and General Internal Medicine": a line of a letter head ends without a stop
        if (!names && !ENDS.matcher(sentence.text()).find()) return false;
        return names || words(sentence) >= FEWEST_WORDS_TOLD;
    }

    private static int words(Sentence sentence) {
        return sentence.text().split("(?U)\\s+").length;
    }
}
