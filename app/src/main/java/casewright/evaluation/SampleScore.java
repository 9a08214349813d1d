package casewright.evaluation;

import casewright.reading.terms.Fold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// How a sample's draft compares with its `expected.json`: each measure from 0 to 1, over all patients of the sample.
///
/// Recall is the share of the expected items that were drafted, precision the share of the drafted items that were expected or are allowed
/// (`optional`). What `mayMiss` names is not missed. Nothing drafted and nothing expected is 1.
final class SampleScore {

    static final String TRIAGE = "triage";

    private final JsonNode expected;
    private final Map<String, Share> shares = new TreeMap<>();

    private record Share(int hits, int of) {

        Share plus(boolean hit) {
            return new Share(hits + (hit ? 1 : 0), of + 1);
        }

        double value() {
            return of == 0 ? 1 : (double) hits / of;
        }
    }

    private SampleScore(JsonNode expected) {
        this.expected = expected;
    }

    /// @param expected the sample's expected.json
    /// @param drafted  as [WholeChain] gives it
    /// @return by measure: triage; for a case also patient (age and sex), suspects and reactions with recall and precision
    static Map<String, Double> of(JsonNode expected, JsonNode drafted) {
        SampleScore score = new SampleScore(expected);
        boolean isCase = expected.get("hasAdverseReactionCase").asBoolean();
        String verdict = isCase ? "CASE" : expected.get("triage").asString();
        boolean sameKind = drafted.get("triage").asString().startsWith(verdict + ":") && drafted.get("cases").size() == expected.get("cases").size();
        if (isCase) score.compareCases(drafted.get("cases"));
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(TRIAGE, sameKind ? 1.0 : 0.0);
        score.shares.forEach((measure, share) -> values.put(measure, share.value()));
        return values;
    }

    /// Each expected case with the drafted one whose patient is most alike; the others are compared with nothing.
    private void compareCases(JsonNode drafted) {
        for (String measure : List.of("patient", "suspects recall", "suspects precision", "reactions recall", "reactions precision")) shares.put(measure, new Share(0, 0));
        Set<Integer> left = new HashSet<>(IntStream.range(0, drafted.size()).boxed().toList());
        for (int i = 0; i < expected.get("cases").size(); i++) {
            JsonNode wanted = expected.get("cases").get(i);
            int number = i;
            int best = left.stream().max(Comparator.comparingInt((Integer one) -> alike(wanted, drafted.get(one))).thenComparing(Comparator.reverseOrder())).orElse(-1);
            left.remove(best);
            JsonNode found = drafted.path(best);
            count("patient", sameAge(wanted, found));
            count("patient", sameSex(wanted, found));
            compareItems("suspects", "suspectDrugs", "name", number, found);
            compareItems("reactions", "reactions", "term", number, found);
        }
        for (int extra : left) {
            drafted.get(extra).path("suspectDrugs").forEach(_ -> count("suspects precision", false));
            drafted.get(extra).path("reactions").forEach(_ -> count("reactions precision", false));
        }
    }

    private void count(String measure, boolean hit) {
        shares.merge(measure, new Share(hit ? 1 : 0, 1), (sum, _) -> sum.plus(hit));
    }

    private static int alike(JsonNode wanted, JsonNode found) {
        return (sameAge(wanted, found) ? 2 : 0) + (sameSex(wanted, found) ? 1 : 0);
    }

    private static boolean sameAge(JsonNode wanted, JsonNode found) {
        JsonNode one = wanted.path("patient").path("age");
        JsonNode other = found.path("patient").path("age");
        if (!one.isObject() || !other.isObject()) return found.isObject() && !one.isObject() && !other.isObject();
        return one.get("unit").equals(other.get("unit")) && new BigDecimal(one.get("value").asString()).compareTo(new BigDecimal(other.get("value").asString())) == 0;
    }

    private static boolean sameSex(JsonNode wanted, JsonNode found) {
        return found.isObject() && wanted.path("patient").path("sex").asString("unknown").equals(found.path("patient").path("sex").asString("unknown"));
    }

    private void compareItems(String measure, String group, String naming, int number, JsonNode found) {
        String path = "cases[" + number + "]." + group;
        JsonNode wanted = expected.get("cases").get(number).get(group);
        List<String> drafted = new ArrayList<>();
        found.path(group).forEach(item -> drafted.add(item.get(naming).asString("")));
        List<String> allowed = new ArrayList<>(texts(expected.path("optional").path(path)));
        List<String> mayMiss = texts(expected.path("mayMiss"));
        for (int i = 0; i < wanted.size(); i++) {
            List<String> names = new ArrayList<>(texts(wanted.get(i).path("synonyms")));
            names.add(wanted.get(i).get(naming).asString());
            allowed.addAll(names);
            boolean isFound = drafted.stream().anyMatch(one -> isOneOf(names, one));
            if (isFound || !mayMiss.contains(path + "[" + i + "]")) count(measure + " recall", isFound);
        }
        for (String one : drafted) count(measure + " precision", isOneOf(allowed, one));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static boolean isOneOf(List<String> names, String drafted) {
        return names.stream().anyMatch(name -> isSame(name, drafted));
    }

    /// The expected words stand in the drafted ones in one piece, or the reverse where that is at least half of them: "rash" for "skin rash", but not
    /// "renal" for "renal tubular acidosis".
    static boolean isSame(String expected, String drafted) {
        String one = " " + Fold.phrase(expected) + " ";
        String other = " " + Fold.phrase(drafted) + " ";
        if (one.isBlank() || other.isBlank()) return false;
        return other.contains(one) || one.contains(other) && 2 * words(other) >= words(one);
    }

    private static int words(String phrase) {
        return phrase.strip().split(" ").length;
    }
}
