package casewright.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The items of a draft's repeated sections: its drugs, reactions, conditions, tests.
record DraftItems(Draft draft) {

    List<String> paths(String group, String id) {
        return IntStream.range(0, draft.count(group)).mapToObj(i -> group + "[" + i + "]." + id).toList();
    }

    /// As shown, without those that nothing is stated of.
    List<String> values(String group, String id) {
        return paths(group, id).stream().map(draft::shown).filter(value -> !value.isEmpty()).toList();
    }

    String list(String group, String id) {
        return Phrases.joined(values(group, id));
    }

    /// Items by the value they share: value -> indices.
    Map<String, List<Integer>> sameOf(String group, String id) {
        Map<String, List<Integer>> same = new LinkedHashMap<>();
        for (int i = 0; i < draft.count(group); i++) same.computeIfAbsent(draft.shown(group + "[" + i + "]." + id), _ -> new ArrayList<>()).add(i);
        return same;
    }

    /// The paths of two fields of each of some items.
    static List<String> both(String group, List<Integer> items, String first, String second) {
        return items.stream().flatMap(i -> Stream.of(group + "[" + i + "]." + first, group + "[" + i + "]." + second)).toList();
    }
}
