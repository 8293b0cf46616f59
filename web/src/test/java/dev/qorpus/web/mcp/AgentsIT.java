package dev.qorpus.web.mcp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.modelcontextprotocol.client.transport.ServerParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What agents get, in both eras, over HTTP and over standard input and output. */
class AgentsIT {

    private static final String BAG = "models.md#q3-what-is-the-bag-of-words-bow-model";
    private static final String OPEN = "models.md#q27-how-is-the-token-budget-calculate-theoretically-and-empirically"
            + "-in-an-llm";
    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @TempDir
    static Path home;

    private static RunningServer server;
    private static final Map<Way, Agent> AGENTS = new EnumMap<>(Way.class);

    /** How an agent reaches the notes. */
    enum Way {
        LEGACY_HTTP, MODERN_HTTP, LEGACY_STDIO, MODERN_STDIO
    }

    @BeforeAll
    static void serve() {
        server = RunningServer.start(Product.in(home), Product.SEEDS);
        AGENTS.put(Way.LEGACY_HTTP, LegacyAgent.http(server.address()));
        AGENTS.put(Way.MODERN_HTTP, ModernAgent.http(server.address()));
        AGENTS.put(Way.LEGACY_STDIO, LegacyAgent.stdio(process("--own")));
        AGENTS.put(Way.MODERN_STDIO, ModernAgent.stdio(process("--own")));
    }

    private static ServerParameters process(String... options) {
        List<String> arguments = new ArrayList<>(List.of("mcp", "--index", home.resolve(".qorpus").toString()));
        arguments.addAll(List.of(options));
        return ServerParameters.builder(Product.LAUNCHER).args(arguments).build();
    }

    @AfterAll
    static void end() {
        AGENTS.values().forEach(Agent::close);
        server.close();
    }

    private static Agent agent(Way way) {
        Agent agent = AGENTS.get(way);
        if (agent == null) {
            throw new IllegalStateException("it is started before");
        }
        return agent;
    }

    @ParameterizedTest
    @EnumSource
    void theToolsAreTheSameReadOnlyAndStrict(Way way) {
        JsonNode tools = agent(way).tools();
        assertThat(tools).isEqualTo(agent(Way.MODERN_HTTP).tools());
        assertThat(tools.valueStream().map(tool -> tool.get("name").asString())).containsExactly("ask", "entry",
                "related", "compare", "topics", "findings", "status");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
            assertThat(tool.at("/annotations/idempotentHint").asBoolean()).isTrue();
            assertThat(tool.at("/annotations/openWorldHint").asBoolean()).isFalse();
            assertThat(tool.at("/inputSchema/additionalProperties").asBoolean(true)).isFalse();
            assertThat(tool.at("/outputSchema/type").asString()).isEqualTo("object");
            assertThat(tool.toString()).doesNotContain("anyOf", "oneOf", "allOf", "\"null\"", "\"type\":[");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theInstructionsTellWhatTheNotesAre(Way way) {
        assertThat(agent(way).instructions()).contains("Entries: 27", "Topics: ", "OpenVLA", "Languages: English",
                "Cite FILE:LINE");
    }

    @ParameterizedTest
    @EnumSource
    void askNamesThePlaceOfEachHitWithinItsBudget(Way way) {
        Agent.Called called = agent(way).call("ask", Map.of("question", "what is the bag of words model"));

        assertThat(called.failed()).as(called.text()).isFalse();
        assertThat(called.text()).startsWith("Confidence 0.9").contains("[models.md:19 | id=" + BAG + " | likely]");
        JsonNode answers = called.structured();
        assertThat(answers.get("verdict").asString()).isEqualTo("answered");
        assertThat(answers.get("hits")).hasSize(5).allSatisfy(hit -> {
            assertThat(called.text()).contains(hit.get("file").asString() + ":" + hit.get("line").asInt());
            assertThat(hit.get("answer").asString()).isNotBlank();
        });
        assertThat(tokens(called)).isBetween(600, 1_500);
        assertThat(tokens(agent(way).call("ask", Map.of("question", "attention", "k", 50, "tokens", 5_000))))
                .isBetween(2_500, 5_000);
        assertThat(tokens(agent(way).call("ask", Map.of("question", "attention", "k", 50, "tokens", 300))))
                .isLessThanOrEqualTo(300);
    }

    private static int tokens(Agent.Called called) {
        return O200K.countTokens(called.text()) + O200K.countTokens(called.structured().toString());
    }

    @ParameterizedTest
    @EnumSource
    void askSaysThatNothingAnswers(Way way) {
        Agent.Called nothing = agent(way).call("ask", Map.of("question", "how do I bake rye bread in a stone oven"));
        assertThat(nothing.text()).startsWith("Nothing here answers that");
        assertThat(nothing.structured().get("verdict").asString()).isEqualTo("nothing-here-answers");

        Agent.Called open = agent(way).call("ask", Map.of("question",
                "How is the token budget calculated theoretically and empirically in an LLM?"));
        assertThat(open.text()).contains("has no answer yet");
        assertThat(open.structured().get("verdict").asString()).isEqualTo("asked-but-unanswered");
        assertThat(open.structured().at("/hits/0/id").asString()).isEqualTo(OPEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            top_k | 3     | parameter 'top_k' is unknown; allowed are cut, filters, k, mode, offset, plain, question, tokens
            k     | 0     | k is 0; allowed is 1 to 50
            cut   | best  | there is no cut 'best'; allowed are likely, related, all
            mode  | magic | magic
            """)
    void wrongArgumentsAreRefusedWithWhatIsAllowed(String name, String value, String message) {
        for (Way way : Way.values()) {
            Agent.Called called = agent(way).call("ask", Map.of("question", "what is attention", name, value));
            assertThat(called.failed()).isTrue();
            assertThat(called.text()).contains(message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void operatorsFiltersAndPagesWork(Way way) {
        JsonNode filtered = agent(way).call("ask", Map.of("question", "attention -FlashAttention", "filters",
                List.of("type=Deep"), "offset", 1, "k", 2)).structured();
        assertThat(filtered.get("hits")).hasSize(2);
        assertThat(filtered.at("/hits/0/rank").asInt()).isEqualTo(2);
        assertThat(filtered.toString()).doesNotContain("FlashAttention");
    }

    @ParameterizedTest
    @EnumSource
    void entryReadsSeveralAtOnce(Way way) {
        Agent.Called called = agent(way).call("entry", Map.of("ids", List.of(BAG, "none.md#q1", OPEN)));
        assertThat(called.text()).contains("# What is the Bag-of-Words (BoW) model?", "[models.md:19 | id=" + BAG,
                "(no answer yet)", "There is no entry none.md#q1.");
        assertThat(called.structured().get("entries")).hasSize(2);
        assertThat(called.structured().at("/entries/0/next/id").asString()).startsWith("models.md#q4");
        assertThat(agent(way).call("entry", Map.of("ids", List.of("none.md#q1"))).failed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void allOtherToolsAnswer(Way way) {
        assertThat(agent(way).call("related", Map.of("of", BAG, "k", 3)).structured().get("hits")).hasSize(3);
        JsonNode ranks = agent(way).call("compare", Map.of("question", "gates")).structured();
        assertThat(ranks.get("hits").propertyNames()).containsExactlyInAnyOrder("lexical", "dense", "hybrid");
        assertThat(agent(way).call("topics", Map.of()).text()).startsWith("27 entries").contains("OpenVLA");
        assertThat(agent(way).call("findings", Map.of()).text()).contains("models.md:237 question-without-answer");
        assertThat(agent(way).call("status", Map.of()).text()).contains("27 entries in 1 files", "Filter type:");
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreResourcesWithCompletion(Way way) {
        assertThat(agent(way).templates()).containsExactly("qorpus://entry/{id}");
        assertThat(agent(way).completeEntry("models.md#q3")).containsExactly(BAG);
        assertThat(agent(way).completeEntry("bag of")).contains(BAG);
        assertThat(agent(way).read(EntryResource.uri(BAG))).contains("# What is the Bag-of-Words (BoW) model?");
        assertThat(agent(way).read("qorpus://entry/" + BAG)).contains("[models.md:19");
        assertThatThrownBy(() -> agent(way).read("qorpus://entry/none")).hasMessageContaining("esource");
    }

    @ParameterizedTest
    @EnumSource
    void promptsBringTheNotesWithThem(Way way) {
        assertThat(agent(way).prompts()).containsExactlyInAnyOrder("answer-from-notes", "missing-in-notes");
        assertThat(agent(way).prompt("answer-from-notes", Map.of("question", "what is the bag of words model")))
                .contains("Cite FILE:LINE", "models.md:19");
        assertThat(agent(way).prompt("missing-in-notes", Map.of("topic", "attention"))).contains("about attention",
                "question-without-answer");
        assertThatThrownBy(() -> agent(way).prompt("answer-from-notes", Map.of())).hasMessageContaining("question");
    }

    /** The client knows nothing but the list of tools: it calls the one that demands a question and nothing else. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why does a vector of zeros and a single one say nothing about meaning | q2-
            counting words and forgetting their order                             | q3-
            gates against the vanishing gradient                                  | q8-
            one model for translation, summary and classification as text to text | q11-
            chop an image into squares before the transformer sees it             | q13-
            shifted windows in a vision transformer                               | q14-
            which loss should I use when robot sensors are noisy                  | q18-
            why does attention get slow for long inputs                           | q20-
            learning word vectors by predicting neighbouring words                | q5-
            estimating the token budget of a model                                | q27-
            """)
    void tenQuestionsAreAnsweredByTheToolListAlone(String question, String entry) {
        for (Way way : List.of(Way.LEGACY_HTTP, Way.MODERN_STDIO)) {
            String tool = agent(way).tools().valueStream()
                    .filter(each -> each.at("/inputSchema/required").toString().equals("[\"question\"]"))
                    .map(each -> each.get("name").asString()).findFirst().orElseThrow();
            JsonNode answers = agent(way).call(tool, Map.of("question", question)).structured();
            assertThat(answers.at("/hits/0/id").asString()).startsWith("models.md#" + entry);
        }
    }

    /** Its requests are counted by the server, and once that is gone, it opens the index itself. */
    @Test
    void aProcessAsksTheRunningServerOfItsIndexAndSurvivesItsEnd(@TempDir Path other) throws Exception {
        try (RunningServer own = RunningServer.start(Product.in(other), Product.SEEDS);
                Agent legacy = LegacyAgent.stdio(of(other));
                Agent modern = ModernAgent.stdio(of(other))) {
            Map<String, Object> question = Map.of("question", "what is the bag of words model");
            assertThat(legacy.call("ask", question).text()).contains(BAG);
            assertThat(modern.call("ask", question).text()).contains(BAG);
            assertThat(modern.read(EntryResource.uri(BAG))).contains("Bag-of-Words");
            assertThat(get(own.address().resolve("/api/status"))).contains("\"route\":\"/mcp\"");

            own.end(30);
            assertThat(other.resolve(".qorpus/server.json")).doesNotExist();
            assertThat(legacy.call("ask", question).text()).contains(BAG);
        }
    }

    private static ServerParameters of(Path folder) {
        return ServerParameters.builder(Product.LAUNCHER).args("mcp", "--index", folder.resolve(".qorpus").toString())
                .build();
    }

    private static String get(URI address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
