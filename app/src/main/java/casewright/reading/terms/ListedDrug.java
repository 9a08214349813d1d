package casewright.reading.terms;

import casewright.reading.terms.Term.Kind;
import org.jspecify.annotations.Nullable;

/// What the lists say of a name of a medicine.
///
/// @param preferred its substance, or the class or regimen itself
/// @param doubtful  also an ordinary word: needs a dose, a route or a word of giving beside it
record ListedDrug(String preferred, Kind kind, boolean doubtful) {

    /// As the value of a [WordTable].
    String written() {
        return (doubtful ? "?" : "!") + kind.name() + "\t" + preferred;
    }

    static @Nullable ListedDrug read(@Nullable String written) {
        if (written == null) return null;
        int tab = written.indexOf('\t');
        return new ListedDrug(written.substring(tab + 1), Kind.valueOf(written.substring(1, tab)), written.charAt(0) == '?');
    }
}
