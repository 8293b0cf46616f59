package dev.qorpus.search.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graded and negative judgments, ties in double and in single precision, questions without hits, ids with blanks:
 * the files written, and what {@code trec_eval_reference.py} makes of them.
 */
class TrecReferenceTest {

    @TempDir
    Path folder;

    private JudgedCollection collection = new JudgedCollection("", List.of(), Map.of());
    private List<Outcome> outcomes = List.of();

    @BeforeEach
    void read() throws IOException {
        List<String> queries = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            queries.add("{\"_id\": \"q " + i + "\", \"text\": \"?\"}");
        }
        Path judged = Files.createDirectory(folder.resolve("reference"));
        Files.write(judged.resolve("queries.jsonl"), queries);
        Files.write(judged.resolve("qrels.tsv"), lines("reference.qrels.tsv"));
        collection = JudgedCollection.read(judged);
        List<String[]> ranked = lines("reference.ranked.tsv").stream().map(line -> line.split("\t", -1)).toList();
        outcomes = collection.queries().stream().map(query -> outcome(query, ranked)).toList();
    }

    private Outcome outcome(JudgedQuery query, List<String[]> ranked) {
        List<String[]> own = ranked.stream().filter(columns -> columns[0].equals(query.id())).toList();
        List<String> ids = own.stream().map(columns -> columns[1]).toList();
        return new Outcome(query, ids, own.stream().map(columns -> Double.valueOf(columns[2])).toList(),
                Measures.of(ids, collection.relevant(query.id())), 1, true, 1, null);
    }

    @Test
    void figuresAreThoseOfTrecEval() throws IOException {
        List<String> rows = new ArrayList<>();
        outcomes.forEach(outcome -> rows
                .add(row(outcome.query().id().replace(" ", "%20"), Objects.requireNonNull(outcome.measures()))));
        rows.add(row("all",
                Measures.mean(outcomes.stream().flatMap(outcome -> Stream.ofNullable(outcome.measures())).toList())));
        assertThat(rows).containsExactlyElementsOf(lines("reference.expected.tsv"));
    }

    @Test
    void filesAreThoseThatTheFiguresWereMadeFrom() throws IOException {
        Path written = folder.resolve("written");
        TrecFiles.write(new Evaluation("reference", 25, 0, Map.of("hybrid", outcomes), List.of(), Map.of()), collection,
                written);
        assertThat(written.resolve("reference.hybrid.run")).content().isEqualTo(text("reference.run"));
        assertThat(written.resolve("reference.qrels")).content().isEqualTo(text("reference.qrels"));
    }

    private static String row(String query, Measures measures) {
        return String.format(Locale.ROOT, "%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f", query, measures.ndcg10(),
                measures.mrr10(), measures.hit1(), measures.hit5(), measures.recall10(), measures.recall100());
    }

    private static List<String> lines(String resource) throws IOException {
        return text(resource).lines().toList();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(TrecReferenceTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
