package casewright.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductNamesTest {

    @Test
    void findsAProductByBrandOrIngredient() {
        assertThat(ProductNames.match("Zelor (losartan)", List.of("ZELOR"))).contains("ZELOR");
        assertThat(ProductNames.match("Zelor (losartan)", List.of("Cozaar", "losartan"))).contains("losartan");
    }

    @Test
    void findsTheIngredientOfASalt() {
        assertThat(ProductNames.match("Zelor (losartan)", List.of("losartan potassium"))).contains("losartan");
    }

    @Test
    void takesNoOtherProduct() {
        assertThat(ProductNames.match("Zelor (losartan)", List.of("valsartan", "sartan"))).isEmpty();
        assertThat(ProductNames.match("Ion (iron)", List.of("ion"))).isEmpty();
    }
}
