package casewright.evidence;

import casewright.reading.terms.Fold;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the product that a document is about is the drug of a case.
final class ProductNames {

    private static final Pattern PARTS = Pattern.compile("[(),;/+]|\\band\\b");
    /// Shorter names are found inside too many others.
    private static final int SHORTEST_CHARS = 4;

    private ProductNames() {
    }

    /// The words by which the index finds the document's product: a name of the drug that the product contains ("losartan" in "Velorin (losartan)"), or a
    /// part of the product that a name contains ("losartan" of "losartan potassium"). Empty: it is another product.
    static Optional<String> match(String product, List<String> names) {
        String whole = " " + Fold.phrase(product) + " ";
        Optional<String> name = names.stream().filter(one -> isLongEnough(one) && whole.contains(" " + Fold.phrase(one) + " ")).findFirst();
        if (name.isPresent()) return name;
        return PARTS.splitAsStream(product).map(String::strip).filter(ProductNames::isLongEnough)
                .filter(part -> names.stream().anyMatch(one -> (" " + Fold.phrase(one) + " ").contains(" " + Fold.phrase(part) + " "))).findFirst();
    }

    /// Whether a text names the drug.
    static boolean named(String text, List<String> names) {
        String folded = " " + Fold.phrase(text) + " ";
        return names.stream().anyMatch(name -> isLongEnough(name) && folded.contains(" " + Fold.phrase(name) + " "));
    }

    private static boolean isLongEnough(String name) {
        return Fold.phrase(name).length() >= SHORTEST_CHARS;
    }
}
