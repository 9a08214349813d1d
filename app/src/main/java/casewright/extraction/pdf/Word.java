package casewright.extraction.pdf;

import org.jspecify.annotations.Nullable;

/// A word with its place, in the frame of its direction.
///
/// @param glued      whether no blank stands before it: Chinese words follow each other so
/// @param confidence of text recognition, 0 to 100; null where the file itself says what it is
record Word(String text, Box box, float baseline, float size, boolean bold, boolean italic, boolean glued, @Nullable Integer confidence) {
}
