package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The commands of the README and of the guides, taken from their text and run in the order in which a reader meets them. The
 * notes of that reader are the seed. What curl, Python and Node run is tested by {@code ClientExamplesIT}; archives of a
 * release by the module {@code dist}.
 */
class QuickStartIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String EXPORT = "export QORPUS_INDEX=";
    private static final String INITIALIZE = """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18",\
             "capabilities": {}, "clientInfo": {"name": "reader", "version": "1"}}}
            """;

    @TempDir
    static Path home;
    private static Product reader = Product.in(Path.of(""));
    /** Whether the reader's index is on a cluster that this machine does not have. */
    private static boolean away;

    /** A home folder with notes, and a working directory that looks like the repository. */
    @BeforeAll
    static void settle() throws IOException {
        Files.createDirectory(home.resolve("notes"));
        Files.copy(ROOT.resolve("seeds/models.md"), home.resolve("notes/models.md"));
        Path work = Files.createDirectory(home.resolve("work"));
        Files.createSymbolicLink(work.resolve("qorpus"), Path.of(Product.LAUNCHER));
        Files.createSymbolicLink(work.resolve("seeds"), ROOT.resolve("seeds"));
        reader = new Product(work, Map.of("HOME", home.toString()));
        Files.createDirectories(home.resolve(".config/fish/completions"));
        Run repository = reader.runCommand(List.of("sh", "-c", "git init -q . && git -c user.name=reader"
                + " -c user.email=reader@example.org commit -q --allow-empty -m 'why is attention slow'"));
        assertThat(repository.exit()).as(repository.err()).isZero();
        Path collection = Files.createDirectory(home.resolve("collection"));
        Files.writeString(collection.resolve("corpus.jsonl"),
                "{\"_id\": \"a\", \"title\": \"\", \"text\": \"Tea is leaves in water.\"}\n");
        Files.writeString(collection.resolve("queries.jsonl"), "{\"_id\": \"1\", \"text\": \"What is tea?\"}\n");
        Files.writeString(collection.resolve("qrels.tsv"), "query-id\tcorpus-id\tscore\n1\ta\t1\n");
    }

    @TestFactory
    Stream<DynamicTest> everyCommandWorks() throws IOException {
        List<DocumentedCommand> commands = DocumentedCommand.ofAll(ROOT);
        assertThat(commands).extracting(DocumentedCommand::document)
                .contains("README.md", "docs/agents.md", "docs/deploy.md", "docs/export.md", "docs/models.md");
        String[] document = {""};
        return commands.stream().filter(command -> !command.isBenchmark())
                .map(command -> DynamicTest.dynamicTest(command.toString(), () -> {
                    // What a reader exported for one document does not hold for the next.
                    if (!document[0].equals(command.document())) {
                        reader = new Product(reader.folder(), Map.of("HOME", home.toString()));
                        document[0] = command.document();
                        away = false;
                    }
                    run(command);
                }));
    }

    private static void run(DocumentedCommand command) throws IOException, InterruptedException {
        assumeFalse(away, "no cluster is here");
        String text = here(command.text());
        if (text.startsWith(EXPORT)) {
            away = true;
            // The reader's own cluster is the node of the tests.
            reader = new Product(reader.folder(), Map.of("HOME", home.toString(), "QORPUS_INDEX",
                    OpenSearchNode.shared().address("reader")));
            away = false;
        } else if (command.isForAgents()) {
            assertThat(initialized(List.of("sh", "-c", text.substring(text.indexOf(" -- ") + 4)))).contains("Qorpus");
        } else if (command.isServer()) {
            serve(text);
        } else {
            Run run = reader.runCommand(List.of("bash", "-c", text));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out().isEmpty()).as("prints").isEqualTo(text.contains(" > ") || text.startsWith("source "));
        }
    }

    /** What the reader puts in for a placeholder. */
    private static String here(String text) {
        return text.replace("NOTES", "~/notes").replace("/path/to/notes", "$PWD").replace("/path/to/qorpus", "$PWD")
                .replace("COLLECTION", "~/collection")
                .replace("DIR", ROOT.resolve("models/src/test/resources/reranker").toString());
    }

    /** On a free port of localhost: tests open nothing to other machines. */
    private static void serve(String text) throws InterruptedException {
        String own = text.replace("./qorpus", "exec ./qorpus").replaceAll(" --port \\d+", "")
                .replace("0.0.0.0", "127.0.0.1");
        try (RunningServer server = RunningServer.startCommand(reader, List.of("sh", "-c", own + " --port 0"))) {
            assertThat(server.end(30)).isIn(0, 130, 143);
        }
    }

    @Test
    void theFileForAgentsStartsOne() throws IOException, InterruptedException {
        assertThat(reader.run("index", home.resolve("notes").toString()).exit()).isZero();
        String guide = Files.readString(ROOT.resolve("docs/agents.md"));
        String json = guide.substring(guide.indexOf("```json") + 7);
        JsonNode server = Product.parse(json.substring(0, json.indexOf("```"))).at("/mcpServers/notes");
        StringBuilder command = new StringBuilder(server.get("command").asString());
        server.get("args").forEach(argument -> command.append(' ').append(argument.asString()));
        assertThat(initialized(List.of("sh", "-c", here(command.toString())))).contains("Qorpus");
    }

    /** What a server for agents answers to the first message. */
    private static String initialized(List<String> command) throws IOException, InterruptedException {
        Path message = Files.writeString(home.resolve("message"), INITIALIZE);
        Process process = reader.builder(command).redirectInput(message.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String answer = process.inputReader().readLine();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends with its input").isTrue();
        return answer == null ? "" : answer;
    }
}
