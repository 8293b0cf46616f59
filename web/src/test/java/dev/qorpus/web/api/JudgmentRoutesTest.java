package dev.qorpus.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.Health;
import dev.qorpus.web.serve.judge.Judgments;
import dev.qorpus.web.serve.judge.UnansweredQuestions;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may write judgments and note questions, and what is refused. */
class JudgmentRoutesTest extends ServedTest {

    private static final String JUDGMENTS = "/api/judgments";
    private static final String UNANSWERED = "/api/unanswered";
    private static final String KEY = "X-Qorpus-Key";
    private static final String JSON = "application/json";
    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String TEA = "{\"q\":\"What is tea?\",\"id\":\"a.md#what-is-tea\",\"grade\":\"answers\"}";
    private static final String FRIEND = "https://friend.example.com";

    @TempDir
    private static Path written;

    private static Server server;
    private static Client client;
    private static String key;

    @BeforeAll
    static void serve() {
        server = judging("judged", null);
        client = client(server);
        key = client.get(JUDGMENTS).ok().get("key").asString();
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    private static Server judging(String folder, @Nullable String token) {
        return serve(new ServerSettings("127.0.0.1", 0, token, WIDE, LogDetail.NONE,
                Deployment.of("", List.of(), List.of(FRIEND))), new Health(),
                new CorpusAccess.Feedback(new Judgments(written.resolve(folder)),
                        new UnansweredQuestions(written)));
    }

    private static Client.Answer post(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", JSON, KEY, key));
        all.addAll(List.of(headers));
        return client.postBody(path, body, all.toArray(String[]::new));
    }

    private static String body(String q, String id, String grade) {
        return TEA.replace("What is tea?", q).replace("a.md#what-is-tea", id).replace("answers", grade);
    }

    @Test
    void aJudgmentIsWrittenCountedAndTakenBack() throws IOException {
        assertThat(post(JUDGMENTS, TEA).ok().get("before").asString()).isEqualTo("none");
        assertThat(post(JUDGMENTS, body("what is  TEA?", "a.md#what-is-a-cup", "no")).ok().get("questions").asInt())
                .isEqualTo(1);
        var stand = client.get(JUDGMENTS + "?q=what+is+tea%3F").ok();
        assertThat(stand.get("grades").toString())
                .contains("\"a.md#what-is-tea\":\"answers\"", "\"a.md#what-is-a-cup\":\"no\"");
        assertThat(stand.get("collection").asString()).isEqualTo("judged");
        assertThat(Files.readString(written.resolve("judged/qrels.tsv"))).contains("\ta.md#what-is-tea\t2\n",
                "\ta.md#what-is-a-cup\t0\n");
        Client.Answer zip = client.get("/export/judgments.zip");
        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.body()).startsWith("PK").contains("judgments/qrels.tsv", "judgments/queries.jsonl");

        String undo = TEA.replace("\"answers\"", "\"none\",\"was\":\"answers\"");
        post(JUDGMENTS, TEA.replace("\"answers\"", "\"none\",\"was\":\"partly\"")).problem(409);
        assertThat(post(JUDGMENTS, undo).ok().get("before").asString()).isEqualTo("answers");
        post(JUDGMENTS, undo).problem(409);
        assertThat(post(JUDGMENTS, body("What is tea?", "a.md#what-is-a-cup", "none")).ok().get("questions").asInt())
                .isZero();
    }

    @Test
    void withoutTheOptionsNothingIsWritten() {
        try (Server reading = serve(WIDE); Client reader = client(reading)) {
            var stand = reader.get(JUDGMENTS).ok();
            assertThat(stand.get("judging").asBoolean()).isFalse();
            assertThat(stand.has("key")).isFalse();
            assertThat(reader.get(UNANSWERED).ok().get("noting").asBoolean()).isFalse();
            assertThat(reader.postBody(JUDGMENTS, TEA, "Content-Type", JSON, KEY, key).problem(403))
                    .contains("serve --judge");
            assertThat(reader.postBody(UNANSWERED, "{\"q\":\"tea\"}", "Content-Type", JSON).problem(403))
                    .contains("serve --note-unanswered");
            assertThat(reader.postBody(UNANSWERED + "/forget", "{}", "Content-Type", JSON).problem(403))
                    .contains("--note-unanswered");
            reader.get("/export/judgments.zip").problem(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin         | https://example.org
            Origin         | null
            Origin         | https://friend.example.com
            Sec-Fetch-Site | cross-site
            Sec-Fetch-Site | same-site
            Sec-Fetch-Site | none
            Sec-Fetch-Site | same-origin
            Sec-Fetch-Mode | cors
            Cookie         | qorpus-session=1.A
            """)
    void onlyItsOwnPageMayWrite(String header, String value) {
        for (String path : List.of(JUDGMENTS, UNANSWERED, UNANSWERED + "/forget")) {
            post(path, TEA, header, value).problem(403);
        }
        assertThat(written.resolve("judged/qrels.tsv")).doesNotExist();
    }

    @Test
    void itsOwnPageWritesWithTheKeyOnly() {
        String own = "http://127.0.0.1:" + server.port();
        String none = body("What is tea?", "a.md#what-is-tea", "none");
        post(JUDGMENTS, none, "Origin", own, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors").ok();
        assertThat(client.postBody(JUDGMENTS, none, "Content-Type", JSON, "Origin", own).problem(403)).contains(KEY);
        client.postBody(JUDGMENTS, none, "Content-Type", JSON, KEY, key + "x").problem(403);
        client.postBody(JUDGMENTS, none, "Content-Type", JSON, KEY, "").problem(403);
    }

    /** Such a page may read the API. */
    @Test
    void aPageOfAnAllowedOriginGetsNoKey() {
        Client.Answer read = client.get(JUDGMENTS, "Origin", FRIEND, "Sec-Fetch-Site", "cross-site");
        assertThat(read.ok().has("key")).isFalse();
        assertThat(read.header("Cache-Control")).hasValue("no-store");
        assertThat(client.get(UNANSWERED, "Origin", FRIEND).ok().get("noting").asBoolean()).isFalse();
        Client.Answer preflight = client.ask("OPTIONS", JUDGMENTS, "Origin", FRIEND, "Access-Control-Request-Method",
                "POST", "Access-Control-Request-Headers", "content-type,x-qorpus-key");
        assertThat(preflight.header("Access-Control-Allow-Methods").orElse("")).doesNotContain("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers").orElse("")).doesNotContainIgnoringCase(KEY);
    }

    @Test
    void aForeignHostGetsNoKeyEither() {
        assertThat(client.raw("evil.example", JUDGMENTS).problem(421)).contains("Host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=a",
            "application/json-patch+json", "text/json"})
    void aFormIsNoJudgment(String type) {
        assertThat(client.postBody(JUDGMENTS, TEA, "Content-Type", type, KEY, key).problem(415)).contains(JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"q\":\"a\"}", "\"tea\"",
            "{\"q\":\"a\",\"id\":\"b\",\"grade\":2}",
            "{\"q\":\"a\",\"id\":\"b\",\"grade\":\"great\"}", "{\"q\":null,\"id\":\"b\",\"grade\":\"no\"}",
            "{\"q\":\"a\",\"id\":\"b\",\"grade\":\"no\",\"path\":\"/etc\"}",
            "{\"q\":\"a\",\"q\":\"a\",\"id\":\"b\",\"grade\":\"no\"}",
            "{\"q\":{},\"id\":\"b\",\"grade\":\"no\"}", "{\"q\":\"a\",\"id\":\"b\",\"grade\":\"no\"} x",
            "{\"q\":\" \\n\",\"id\":\"a.md#what-is-tea\",\"grade\":\"no\"}",
            "{\"q\":\"a\",\"id\":\" \",\"grade\":\"no\"}",
            "{\"q\":\"\\ud800\",\"id\":\"a.md#what-is-tea\",\"grade\":\"no\"}",
            "{\"q\":\"a\",\"id\":\"a\\tb\",\"grade\":\"none\"}"})
    void aMalformedJudgmentIsRefused(String body) {
        post(JUDGMENTS, body).problem(400);
        assertThat(written.resolve("judged/qrels.tsv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "../../etc/passwd", "a.md#what-is-tea\\tx\\n", "a.md", "\\u0000"})
    void anEntryThatIsNotThereIsNotJudged(String id) {
        post(JUDGMENTS, body("tea", id, "answers")).problem(404);
    }

    @Test
    void sizesAreBounded() {
        post(JUDGMENTS, body("x".repeat(4_001), "a.md#what-is-tea", "no")).problem(400);
        assertThat(post(JUDGMENTS, body("x".repeat(70_000), "a.md#what-is-tea", "no")).problem(413)).contains("65536");
        post(JUDGMENTS, body("x".repeat(200_000), "a.md#what-is-tea", "no")).problem(413);
        post(JUDGMENTS, "[".repeat(60_000)).problem(400);
    }

    @Test
    void withATokenOneNeedsIt() {
        try (Server secret = judging("secret", SECRET); Client asking = client(secret)) {
            asking.get(JUDGMENTS).problem(401);
            asking.postBody(JUDGMENTS, TEA, "Content-Type", JSON, KEY, key).problem(401);
            String bearer = "Bearer " + SECRET;
            asking.postBody(JUDGMENTS, TEA, "Content-Type", JSON, "Authorization", bearer).ok();
            asking.postBody(JUDGMENTS, TEA, "Content-Type", JSON, "Authorization", bearer, "Origin", FRIEND)
                    .problem(403);
            String session = asking.post("/sign-in", "token=" + SECRET, "Sec-Fetch-Site", "same-origin")
                    .header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
            String own = "http://127.0.0.1:" + secret.port();
            assertThat(asking.postBody(JUDGMENTS, TEA, "Content-Type", JSON, "Cookie", session, "Origin", own)
                    .problem(403)).contains(KEY);
            String its = asking.get(JUDGMENTS, "Cookie", session).ok().get("key").asString();
            asking.postBody(JUDGMENTS, TEA, "Content-Type", JSON, "Cookie", session, "Origin", own, KEY, its).ok();
        }
    }

    @Test
    void whatCannotBeWrittenIsAProblemWithoutPaths() throws IOException {
        Files.writeString(written.resolve("taken"), "");
        try (Server full = judging("taken", SECRET); Client asking = client(full)) {
            assertThat(asking.postBody(JUDGMENTS, TEA, "Content-Type", JSON, "Authorization", "Bearer " + SECRET)
                    .problem(503)).contains("stays as it was");
        }
    }

    @Test
    void aQuestionWithoutAnAnswerIsNotedAndForgotten() {
        // Two entries are too few to call any other question unanswered.
        String question = "{\"q\":\"+xylophone concert\"}";
        assertThat(post(UNANSWERED, question).ok().get("answered").asBoolean()).isFalse();
        post(UNANSWERED, question).ok();
        assertThat(post(UNANSWERED, "{\"q\":\"What is tea?\"}").ok().get("answered").asBoolean()).isTrue();
        var noted = client.get(UNANSWERED).ok();
        assertThat(noted.at("/questions/0/q").asString()).isEqualTo("+xylophone concert");
        assertThat(noted.at("/questions/0/times").asInt()).isEqualTo(1);
        assertThat(noted.get("questions").size()).isEqualTo(1);

        assertThat(post(UNANSWERED + "/forget", "{\"q\":\"another\"}").ok().get("questions").size()).isEqualTo(1);
        assertThat(post(UNANSWERED + "/forget", "{}").ok().get("questions").isEmpty()).isTrue();
    }
}
