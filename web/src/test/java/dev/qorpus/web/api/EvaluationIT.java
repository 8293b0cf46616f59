package dev.qorpus.web.api;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The evaluation of modes on judged questions in the corpus. */
@ExtendWith(SharedServer.class)
class EvaluationIT {

    private static final String JUDGED = "/api/evaluation?of=judged&modes=one-hot,dense";

    private static JsonNode measured(Client client) {
        return Stream.generate(() -> client.get(JUDGED).ok())
                .filter(stand -> !stand.get("state").asString().equals("measuring")).findFirst().orElseThrow();
    }

    @Test
    void modesAreMeasuredAndTheReportIsAFile(Client client) {
        JsonNode stand = measured(client);

        assertThat(stand.get("state").asString()).isEqualTo("done");
        assertThat(stand.get("collections").valueStream().map(JsonNode::asString)).containsExactly("judgments",
                "judgments-second", "judged", "malformed");
        JsonNode evaluation = stand.get("evaluation");
        assertThat(evaluation.at("/modes").propertyNames()).containsExactly("one-hot", "dense");
        // "drink" is not in the entry, and "a hot" is; tea is the only drink here.
        assertThat(evaluation.at("/perQuery/0/rank/dense").asInt()).isEqualTo(1);
        assertThat(evaluation.at("/modes/dense/hit@1").asDouble()).isEqualTo(1);
        Client.Answer page = client.get(JUDGED.replace("/api/evaluation", "/export/evaluation.html"));
        assertThat(page.header("Content-Disposition").orElse("")).isEqualTo("attachment; filename=\"evaluation.html\"");
        assertThat(page.body()).contains("\"collection\":\"judged\"");
    }

    @Test
    void filesThatCannotBeReadAreNamedWithoutTheirFolder(Client client) {
        JsonNode stand = client.get("/api/evaluation?of=malformed").ok();

        assertThat(stand.get("state").asString()).isEqualTo("unreadable");
        assertThat(stand.get("problem").asString())
                .isEqualTo("queries.jsonl:1: not an object with \"_id\" and \"text\"");
        assertThat(client.get("/export/evaluation.html?of=malformed").problem(400)).startsWith("queries.jsonl:1: ");
    }

    @Test
    void whatIsNotThereIsRefused(Client client) {
        assertThat(client.get("/api/evaluation?of=others").problem(400))
                .isEqualTo("there are no judged questions 'others'; allowed are judgments, judgments-second, judged, "
                        + "malformed");
        assertThat(client.get("/api/evaluation?modes=lexical,magic").problem(400)).contains("'magic'");
        assertThat(client.get("/api/evaluation?modes=dense,dense").problem(400)).contains("1 to 12 different ones");
    }
}
