package dev.qorpus.search.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.search.SeedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** The cluster's analyzers keep the terms that were made here, and make of typed words what is made of them here. */
class SameAnalysisTest {

    private static final String HARD = "C++, C# and F# run on .NET; the C compiler's users' node.js-v1.2 can't "
            + "naïve café 日本語 ÜBER running ran flies 3.14 a_b don’t the of IDEs' x@y.org 😀 ﬁne İstanbul\n";
    private static final int PIECE = 3_000;

    @Test
    void textsOfTheSeedHaveTheSameTerms() throws IOException {
        SeedFixture.index(OpenSearchSink.open(ClusterAddress.of(OpenSearchNode.shared().address("analysis")),
                ClusterAccess.OPEN, false), SeedFixture.FOLDER);
        List<String> texts = new ArrayList<>(List.of(HARD));
        String seed = Files.readString(SeedFixture.FOLDER.resolve("models.md"));
        for (int from = 0; from < seed.length(); from += PIECE) {
            texts.add(seed.substring(from, Math.min(seed.length(), from + PIECE)));
        }
        TextAnalysis analysis = TextAnalysis.of(List.of("en", "de", "fr"));
        for (String text : texts) {
            List<List<String>> words = analysis.phrase(text);
            assertThat(there("terms", OpenSearchSchema.phrase(words)))
                    .isEqualTo(words.stream().flatMap(List::stream).toList());
            assertThat(there("typed", text))
                    .isEqualTo(TextAnalysis.typed().words(text).stream().map(Word::term).toList());
        }
    }

    private static List<String> there(String analyser, String text) {
        JsonMapper json = JsonMapper.shared();
        String answer = OpenSearchNode.shared().ask("POST", "/analysis.1/_analyze",
                json.writeValueAsString(Map.of("analyzer", analyser, "text", text)));
        List<String> terms = new ArrayList<>();
        for (JsonNode token : json.readTree(answer).path("tokens")) {
            terms.add(token.path("token").asString());
        }
        return terms;
    }
}
