package dev.qorpus.web.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand requests over every path and parameter of the contract, and beyond: whatever is asked, the answer is as
 * the contract says, or a problem; the server never fails.
 */
class GeneratedRequestsIT {

    private static final int ASKERS = 4;
    private static final int EACH = 100;
    private static final int TRIES = 100;
    private static final int PATIENCE_SECONDS = 120;

    private static @Nullable RunningServer server;
    private static @Nullable Client client;
    private static @Nullable Contract contract;

    /** A request, by the path of the contract that it belongs to. */
    record Asked(String path, String method, String address, boolean raw) {}

    @BeforeContainer
    static void serve() throws Exception {
        Path home = Files.createTempDirectory("qorpus-generated-");
        server = RunningServer.start(Product.in(home), Product.SEEDS);
        client = new Client(server.address());
        contract = new Contract(client.get("/openapi.json").ok());
        // Found once, in some seconds; until then they are not to be had.
        client.get("/api/topics").ok();
        for (String modes : List.of("lexical,dense,hybrid", "lexical,dense", "hybrid,rrf,dense", "lexical")) {
            int tries = 0;
            while (!client.get("/api/evaluation?modes=" + modes).ok().get("state").asString().equals("done")) {
                assertThat(tries++).as("seconds until " + modes + " are measured").isLessThan(PATIENCE_SECONDS);
                Thread.sleep(1_000);
            }
        }
    }

    @AfterContainer
    static void end() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Property(tries = TRIES, seed = "20260101", shrinking = ShrinkingMode.OFF)
    void everyAnswerIsAsTheContractSaysOrAProblem(@ForAll("requests") List<Asked> requests) throws Exception {
        try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            List<Future<?>> asking = requests.stream().<Future<?>>map(each -> askers.submit(() -> ask(each))).toList();
            for (Future<?> asked : asking) {
                asked.get();
            }
        }
    }

    private static void ask(Asked asked) {
        Client asking = client;
        Contract promised = contract;
        if (asking == null || promised == null) {
            throw new IllegalStateException("it is served before");
        }
        Client.Answer answer = asked.raw()
                ? asking.raw("localhost", asked.address())
                : asking.ask(asked.method(), asked.address());
        if (asked.method().equals("HEAD")) {
            assertThat(answer.status()).as(asked.toString()).isBetween(200, 499);
            return;
        }
        try {
            promised.check(asked.path(), answer);
        } catch (AssertionError e) {
            throw new AssertionError(asked + ": " + e.getMessage(), e);
        }
    }

    @Provide
    Arbitrary<List<Asked>> requests() {
        return Arbitraries.frequencyOf(Tuple.of(9, known()), Tuple.of(1, malformed())).list().ofSize(EACH);
    }

    private static Arbitrary<Asked> known() {
        Contract promised = contract;
        if (promised == null) {
            throw new IllegalStateException("it is served before");
        }
        Arbitrary<String> methods = Arbitraries.frequency(Tuple.of(20, "GET"), Tuple.of(1, "HEAD"), Tuple.of(1, "POST"),
                Tuple.of(1, "PUT"), Tuple.of(1, "DELETE"), Tuple.of(1, "OPTIONS"));
        return Combinators.combine(Arbitraries.of(promised.paths()), methods).flatAs((path, method) -> Combinators
                .combine(parts(), query(promised.parameters(path))).as((part, query) -> new Asked(path, method,
                        path.replaceAll("\\{\\w+}", part.replace("$", "%24")) + (query.isEmpty() ? "" : "?" + query),
                        false)));
    }

    /** What stands for an id or a file's name. */
    private static Arbitrary<String> parts() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("models.md%23q1-why-do-we-need-word-embeddingsencoding", "models.md",
                        "models.md%23q27", "x.png", "..%2F..%2Fetc%2Fpasswd", "%2e%2e", "a%20b", "%23", "a/related")),
                Tuple.of(1, texts().map(GeneratedRequestsIT::encoded).filter(text -> !text.isEmpty())));
    }

    private static Arbitrary<String> query(List<String> known) {
        Arbitrary<String> names = known.isEmpty()
                ? Arbitraries.of("zzz", "q")
                : Arbitraries.frequencyOf(Tuple.of(19, Arbitraries.of(known)),
                        Tuple.of(1, Arbitraries.of("zzz", "%00", "", "Q", "q%5B%5D")));
        Arbitrary<String> pairs = names.flatMap(name -> values(name).map(value -> name + "=" + value));
        // Most have their question.
        Arbitrary<String> first = known.contains("q")
                ? Arbitraries.frequencyOf(Tuple.of(9, values("q").map(value -> "q=" + value)), Tuple.of(1, pairs))
                : pairs;
        return Combinators.combine(first, pairs.list().ofMaxSize(3), Arbitraries.integers().between(0, 9))
                .as((one, more, none) -> none == 0 ? "" : one + (more.isEmpty() ? "" : "&" + String.join("&", more)));
    }

    private static Arbitrary<String> values(String name) {
        Arbitrary<String> fitting = switch (name) {
            case "k", "offset" -> Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.integers().between(1, 30).map(String::valueOf)),
                    Tuple.of(1,
                            Arbitraries.of("1000", "1001", "0", "-1", "1e9", "99999999999999999999", "+1", " 1", "")));
            case "explain", "facets" -> Arbitraries.of("true", "false", "maybe");
            case "mode" -> Arbitraries.of("hybrid", "lexical", "dense", "weighted", "rrf", "bm25", "tf-idf", "one-hot",
                    "tf-idf+minilm", "minilm", "nope");
            case "modes" ->
                Arbitraries.of("lexical,dense", "hybrid,rrf,dense", "lexical", "lexical,lexical", ",", "a,b");
            case "filter" ->
                Arbitraries.of("type=Basic", "type=Deep", "section=Language Transformers", "type", "=", "file=nope",
                        "file=models.md");
            case "id" -> Arbitraries.of("models.md#q1-why-do-we-need-word-embeddingsencoding", "nope", "");
            case "rule" -> Arbitraries.of("question-without-answer", "nope", "");
            default -> texts();
        };
        return Arbitraries.frequencyOf(Tuple.of(12, fitting), Tuple.of(1, texts())).map(GeneratedRequestsIT::encoded);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("vanishing gradient", "what is attention", "bert or gpt", "tokn embeding")),
                Tuple.of(3, Arbitraries.strings().ofMaxLength(40)),
                Tuple.of(2,
                        Arbitraries.of("\"(* AND ~", "<script>alert(1)</script>", "\u202E\uD83C\uDF75",
                                "a\r\nX-Evil: 1",
                                "\u0000", "(a+)+$", "%00", "\uD800", "../../etc/passwd", "?!", "")),
                Tuple.of(1, Arbitraries.strings().alpha().ofMinLength(20).ofMaxLength(400)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Addresses that are none: bytes, halves of escapes, ways out. */
    private static Arbitrary<Asked> malformed() {
        Arbitrary<String> bytes = Arbitraries.integers().between(0, 255)
                .map(each -> "%" + String.format(Locale.ROOT, "%02X", each)).list().ofMinSize(1).ofMaxSize(30)
                .map(escapes -> String.join("", escapes));
        Arbitrary<String> tails = Arbitraries.of("%", "%z", "%zz", "%C0%AE", "%FF", "\\", "{", "\"", "/../..", ";x=1",
                "//", "..",
                "%2e%2e%2f", "%252e", "|", "^", "`", "\u00e4");
        Arbitrary<String> heads = Arbitraries.of("/api/search?q=", "/api/entries/", "/corpus/", "/page/", "/lib/katex/",
                "/",
                "/api/search?", "/api/compare?q=a&modes=", "//", "/api/suggest?q=");
        return Combinators.combine(heads, Arbitraries.oneOf(bytes, tails))
                .as((head, tail) -> new Asked("", "GET", head + tail, true));
    }
}
