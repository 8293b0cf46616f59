package dev.qorpus.search.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.instancio.Instancio;
import org.instancio.TypeToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.allDoubles;
import static org.instancio.Select.root;

class TrecFilesTest {

    /** As trec_eval sorts what it reads: by score as a float, then by id, both descending. */
    private static final Comparator<String[]> AS_TREC_EVAL = Comparator
            .comparingDouble((String[] columns) -> Float.parseFloat(columns[4]))
            .thenComparing(columns -> columns[2]).reversed();

    @Test
    void sortingTheFileGivesTheSameOrder() {
        Property.of(Instancio.of(new TypeToken<List<Double>>() {
        })
                .generate(root(), gen -> gen.collection().minSize(1).maxSize(30))
                .supply(allDoubles(), Numbers.between(0.0, 1.0)))
                .shrunkBy(scores -> Shrinking.list(scores).filter(fewer -> !fewer.isEmpty()))
                .holds(1_000, 20261129, TrecFilesTest::assertSameOrder);
    }

    private static void assertSameOrder(List<Double> scores) {
        List<Double> sorted = scores.stream().map(score -> Math.round(score * 4) / 4.0)
                .sorted(Comparator.reverseOrder()).toList();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            ids.add("e" + i);
        }
        List<String> read = TrecFiles.run(outcome(ids, sorted), "hybrid").stream().map(line -> line.split(" ", -1))
                .sorted(AS_TREC_EVAL).map(columns -> columns[2]).toList();
        assertThat(read).isEqualTo(ids);
    }

    @Test
    void idsAreOneWordAndJudgmentsStandBeside(@TempDir Path folder) throws Exception {
        JudgedCollection collection = new JudgedCollection("small",
                List.of(new JudgedQuery("q 1", "?"), new JudgedQuery("none", "?")),
                Map.of("q 1", Map.of("a file.md#b", 2), "none", Map.of("a", 0), "never asked", Map.of("a", 1)));
        Outcome outcome = new Outcome(new JudgedQuery("q 1", "?"), List.of("a file.md#b"), List.of(0.5),
                new Measures(1, 1, 1, 1, 1, 1), 1, true, 1, null);
        TrecFiles.write(new Evaluation("small", 1, 0, Map.of("hybrid", List.of(outcome)), List.of(), Map.of()),
                collection,
                folder);
        assertThat(Files.readAllLines(folder.resolve("small.qrels"))).containsExactly("q%201 0 a%20file.md#b 2");
        assertThat(Files.readAllLines(folder.resolve("small.hybrid.run")))
                .containsExactly("q%201 Q0 a%20file.md#b 1 0.5 qorpus-hybrid");
    }

    private static Outcome outcome(List<String> ids, List<Double> scores) {
        return new Outcome(new JudgedQuery("q", "?"), ids, scores, new Measures(1, 1, 1, 1, 1, 1), 1, true, 1, null);
    }
}
