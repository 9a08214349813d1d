package casewright.reading.terms;

/// A listed name found in a text.
///
/// @param start     first UTF-16 unit, end excluded
/// @param text      as written
/// @param preferred what the lists call it: an ingredient, or a preferred reaction term
/// @param kind      where it was found; a worsened disorder is a condition of the patient that got worse
/// @param doubtful  also an ordinary word: needs a dose, a route or a capital beside it
public record Term(int start, int end, String text, String preferred, Kind kind, boolean doubtful) {

    public enum Kind { INGREDIENT, BRAND, CLASS, SHORT_NAME, REGIMEN, ENDING, DISORDER, WORSENED, MODEL }

    public boolean overlaps(Term other) {
        return start < other.end && other.start < end;
    }

    public Term movedBy(int offset) {
        return new Term(start + offset, end + offset, text, preferred, kind, doubtful);
    }
}
