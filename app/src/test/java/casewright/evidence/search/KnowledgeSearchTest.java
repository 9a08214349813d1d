package casewright.evidence.search;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Role;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.Library;
import casewright.knowledge.CorpusRights;
import casewright.reading.terms.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeSearchTest {

    @TempDir
    Path folder;

    @Test
    void findsABrandByItsIngredientAndTheOtherWayRound() throws IOException {
        Path names = Files.writeString(folder.resolve("names.tsv"), "Quorvelin\tquorvastan\tbrand\tdrugbank,mesh\nquorvastan\tquorvastan\tingredient\tdrugbank,mesh\n");
        Library library = Library.in(folder.resolve("data"));
        library.add("articles", Kind.PUBLIC, List.of(file("ingredient.txt", "Title: A\n\nA swollen tongue with quorvastan."), file("brand.txt", "Title: B\n\nA swollen foot with Quorvelin.")));
        KnowledgeSearch search = new KnowledgeSearch(new CorpusRights(library.database().sql(), library.corpora(), library.trail()), library.indexes(),
                new Vocabulary(names.toString(), folder.resolve("data")));

        KnowledgeSearch.Answer byBrand = search.ask(Role.OFFICER, question("Quorvelin"));
        KnowledgeSearch.Answer byIngredient = search.ask(Role.OFFICER, question("quorvastan foot"));

        assertThat(byBrand.otherNames()).singleElement().satisfies(one -> assertThat(one.names()).containsExactly("quorvastan"));
        assertThat(byBrand.corpora().getFirst().passages()).extracting(Found::title).containsExactlyInAnyOrder("A", "B");
        assertThat(byIngredient.corpora().getFirst().passages()).extracting(Found::title).first().isEqualTo("B");
    }

    @Test
    void showsNeighbouringPassagesAsOneWithTheReasonsOfBoth() {
        Library library = Library.in(folder.resolve("data"));
        String text = IntStream.rangeClosed(1, 40).mapToObj(n -> "Patient " + n + " had a swollen tongue after quorvastan in week " + n + ".").collect(Collectors.joining(" "));
        library.add("series", Kind.PUBLIC, List.of(file("series.txt", "Title: A series\n\n## Cases\n" + text + "\n## Discussion\nTongues swell."), file("other.txt", "Title: Other\n\nA tongue.")));
        KnowledgeSearch search = new KnowledgeSearch(new CorpusRights(library.database().sql(), library.corpora(), library.trail()), library.indexes(), new Vocabulary("", folder));

        List<Found> found = search.ask(Role.OFFICER, question("tongue quorvastan")).corpora().getFirst().passages();

        assertThat(found).extracting(Found::section).containsExactlyInAnyOrder("Cases", "Discussion", "");
        Found cases = found.getFirst();
        assertThat(cases.pieces().stream().map(Found.Piece::text).collect(Collectors.joining()).replace("\n", " ")).isEqualTo(text);
        assertThat(cases.neighbours()).singleElement().asString().contains("in the same section, rank 2");
        assertThat(found).extracting(Found::rank).containsExactly(1, 2, 3);
    }

    private static Question question(String words) {
        return new Question(words, null, null, null, null, null, null, false);
    }
}
