package casewright.reading;

import casewright.reading.terms.ReactionTerms;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Seriousness by rule from the words of the text (ICH E2A II.B; E2B(R3) E.i.3.2): only explicit statements make death, threat to life, hospital stay,
/// disability and anomaly; "other medically important" follows from the event itself,
/// or from the text's own judgement of it.
final class SeriousnessReader {

    private static final Map<String, Pattern> EXPLICIT = explicit();
    private static final Pattern NOT_NOW = Pattern.compile("\\b(?:history|previous|prior|earlier|ago|years before|not require|without|never|no need|denied|refused|avoid)\\b|(?:\\bnot|n't)(?: (?:been|be|have to be|need to be|formally))? $", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_CAUSE = Pattern.compile("^[^.;]{0,50}\\b(?:of|from|due to|because of|as a result of|caused by|secondary to)\\b", Pattern.CASE_INSENSITIVE);
    /// Admitted for what had been planned, not for what befell.
    private static final Pattern PLANNED = Pattern.compile("[^.;]{0,30}\\bfor (?:an? |the )?(?:\\w+ )?(?:elective|planned|insertion|placement|scheduled|implantation|chemotherapy|transplantation|delivery|repair|surgery|operation|cycle)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern JUDGED = Pattern.compile("\\bmedically (?:important|significant)\\b|\\b(?:was|were|considered|assessed|judged|classified|regarded|reported)(?: to be| as)? (?:an? )?serious\\b(?! (?:attempt|doubt|consideration|enough))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_JUDGED = Pattern.compile("\\b(?:not|non|never|no)\\b[^.;]{0,15}$", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_AFTER = 3;

    private static final Pattern DIAGNOSED = Pattern.compile("\\bdiagnosed with (?:[\\w-]+ ){0,3}$", Pattern.CASE_INSENSITIVE);
    private final Mentions mentions;
    private final ReactionTerms terms;

    SeriousnessReader(Mentions mentions) {
        this.mentions = mentions;
        this.terms = mentions.vocabulary().reactions();
    }

    /// @param names     wordings of the reaction
    /// @param from      index of the sentence where the reaction, or the suspect drug, is first told
    /// @param sentences in which the reaction is named
    /// @param course    index of the sentence with which the untoward course begins: what is told from there to the reaction's last mention is of it
    List<Fact> read(List<String> names, Quote termQuote, int from, int course, List<Sentence> sentences) {
        int last = sentences.stream().mapToInt(Sentence::index).max().orElse(from);
        List<Fact> found = new ArrayList<>();
        EXPLICIT.forEach((criterion, pattern) -> {
            for (Sentence sentence : mentions.text().sentences()) {
                if (!sentence.section().tellsOfPatient() || sentence.index() < Math.min(from, course) - 1) continue;
                Matcher matcher = pattern.matcher(sentence.text());
                if (!matcher.find() || criterion.equals("hospitalisation") && PLANNED.matcher(sentence.text()).region(matcher.end(), sentence.text().length()).lookingAt() || NOT_NOW.matcher(sentence.text().substring(Math.max(0, matcher.start() - 40), matcher.start())).find() || isOfOlder(sentence, matcher.end()) || isOfAnother(sentence, sentences)) continue;
                boolean death = criterion.equals("death");
                int within = death ? 0 : 2;
                // a death without a cause, told in the course of the reaction, is its end unless the text says otherwise
                boolean ofCourse = sentence.index() >= course && sentence.index() <= last + SENTENCES_AFTER && (!death || !OF_A_CAUSE.matcher(sentence.text().substring(matcher.end())).find());
                boolean near = ofCourse || sentence.index() >= from - 1 && sentences.stream().anyMatch(one -> Math.abs(one.index() - sentence.index()) <= within);
                if (near) {
                    found.add(Fact.of(criterion, code(criterion), sentence.quote(matcher.start(), matcher.end()), "rule", true));
                    return;
                }
            }
        });
        boolean important = names.stream().anyMatch(terms::isImportant);
        if (found.isEmpty() && !important) judged(sentences).ifPresent(found::add);
        if (important) found.add(Fact.of("other medically important", "f", termQuote, "rule", false));
        return found;
    }

    /// The text's own judgement of the reaction, where it states no other criterion.
    private static Optional<Fact> judged(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            Matcher matcher = JUDGED.matcher(sentence.text());
            if (matcher.find() && !NOT_JUDGED.matcher(sentence.before(matcher.start(), 25)).find()) return Optional.of(Fact.of("other medically important", "f", sentence.quote(matcher.start(), matcher.end()), "rule", false));
        }
        return Optional.empty();
    }

    /// "given for life-threatening tachycardia": said of what the patient had before.
    private boolean isOfOlder(Sentence sentence, int end) {
        return mentions.reactionsIn(sentence).stream().anyMatch(mention -> mention.term().start() == end + 1 && (mention.said() == ReactionMention.Said.HISTORY || mention.said() == ReactionMention.Said.TREATED));
    }

    /// "In his last hospitalisation a metastatic adenocarcinoma was diagnosed, and he passed away": of the diagnosis told there, not of this reaction.
    private boolean isOfAnother(Sentence sentence, List<Sentence> ofReaction) {
        return !ofReaction.contains(sentence) && mentions.reactionsIn(sentence).stream().anyMatch(other -> other.said() == ReactionMention.Said.AFFIRMED && DIAGNOSED.matcher(sentence.before(other.term().start(), 60)).find() && terms.isImportant(other.term().text()));
    }

    static String code(String criterion) {
        return switch (criterion) {
            case "death" -> "a";
            case "life-threatening" -> "b";
            case "hospitalisation" -> "c";
            case "disability" -> "d";
            case "congenital anomaly" -> "e";
            default -> "f";
        };
    }

    private static Map<String, Pattern> explicit() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        patterns.put("death", Pattern.compile("\\b(?:(?:patient|he|she) was lost(?! (?:to|from))|did not survive|died|dying of|passed away|death (?:occurred|ensued)|fatal outcome|death of the patient|succumbed|expired|deceased|was fatal|proved fatal|(?:led|leading|resulting|resulted|ending) (?:to|in) (?:(?:his|her|the patient's) )?death|demise|could not be saved)\\b", Pattern.CASE_INSENSITIVE));
        patterns.put("life-threatening", Pattern.compile("\\b(?:life[- ]threatening|cardiogenic shock|septic shock|anaphylactic shock|cardiac arrest|respiratory arrest|cardiopulmonary resuscitation|resuscitat\\w+|intubated|(?:requir\\w+|need\\w+|emergen\\w+|urgent|immediate|tracheal|endotracheal|underwent) intubation|extracorporeal membrane oxygenation|ECMO|defibrillat\\w+|mechanical ventilation|mechanically ventilated|critical(?:ly ill| condition)|near[- ]fatal)\\b", Pattern.CASE_INSENSITIVE));
        patterns.put("hospitalisation", Pattern.compile("\\b(?:(?:was|were|been|being|is|got) (?:re-?)?(?:admitted|hospitali[sz]ed)|admitted to|hospitali[sz]ation|hospitali[sz]ed|on admission|(?:prolonged|extended) (?:hospital )?stay|transferred to (?:our|the|an?|another) (?:[\\w-]+ ){0,3}(?:hospital|intensive|icu|medical cent(?:er|re)|facility)\\b|(?:hospital day|day of (?:the )?hospital stay) (?:\\d+|\\w+teen|one|two|three|four|five|six|seven|eight|nine|ten)|(?:admission|admitted|taken|moved|transported|transfer(?:red)?) to (?:the |our |an? )?(?:[\\w-]+ ){0,2}(?:ICU|intensive care)|(?:monitored|observed|treated|managed|cared for|kept) in (?:the |an? )?(?:hospital|ICU|intensive care)|and (?:re-?)?(?:admitted|hospitali[sz]ed) (?:for|with|because|due)|discharged (?:home )?(?:after (?:\\d+|\\w+) days|on (?:the )?(?:hospital |post-?operative )?(?:day \\d+|\\w+ (?:hospital |post-?operative )?day))|(?:took|taken|rushed|brought|transported|sent) (?:(?:him|her|me|them) )?to (?:the |a |our |an? )?(?:[\\w-]+ )?hospital|hospital admission|emergency admission)\\b", Pattern.CASE_INSENSITIVE));
        patterns.put("disability", Pattern.compile("\\b(?:permanent(?:ly)? disab\\w+|disabling|incapacitat\\w+|permanent (?:damage|impairment|loss|blindness|deafness)|wheelchair|unable to work)\\b", Pattern.CASE_INSENSITIVE));
        patterns.put("congenital anomaly", Pattern.compile("\\b(?:congenital (?:anomal\\w+|malformation\\w*)|birth defects?|fetal malformation)\\b", Pattern.CASE_INSENSITIVE));
        return patterns;
    }
}
