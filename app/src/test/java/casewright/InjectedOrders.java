package casewright;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The orders of `injected-orders.txt`.
final class InjectedOrders {

    private InjectedOrders() {
    }

    /// @param namesFacts it brings in a drug, a reaction or a form line: text of the document like any other
    record Order(String name, String text, boolean namesFacts) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Order> all() {
        List<Order> orders = new ArrayList<>();
        String[] blocks = read().split("(?m)^---\n");
        for (int i = 1; i < blocks.length; i++) {
            String[] parts = blocks[i].split("\n", 2);
            orders.add(new Order(parts[0], parts[1].strip(), parts[0].endsWith("(names)")));
        }
        return orders;
    }

    private static String read() {
        try (InputStream in = InjectedOrders.class.getResourceAsStream("injected-orders.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
