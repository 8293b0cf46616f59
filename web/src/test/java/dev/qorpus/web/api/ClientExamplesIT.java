package dev.qorpus.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.web.NodeClients;
import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of docs/clients.md, as they stand there, with the address of a running server. */
class ClientExamplesIT {

    private static final Path DOCUMENT = Path.of("../docs/clients.md");
    private static final String ADDRESS = "http://127.0.0.1:7070";
    private static final String ANSWER = "What is the Bag-of-Words (BoW) model?";

    @TempDir
    static Path home;
    @TempDir
    Path work;
    private static RunningServer server;

    @BeforeAll
    static void serve() {
        server = RunningServer.start(Product.in(home), Product.SEEDS);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** The first block in a language below a heading. */
    private static String example(String heading, String language) throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(document.substring(document.indexOf("## " + heading + "\n")));
        assertThat(block.find()).as("%s has an example in %s", heading, language).isTrue();
        String own = server.address().toString().replaceAll("/$", "");
        return block.group(1).replace(ADDRESS, own);
    }

    private Product.Run run(List<String> command) {
        return Product.in(work).runCommand(command);
    }

    @ParameterizedTest
    @CsvSource({"curl, sh, sh", "Python, python, python3"})
    void anExampleAnswers(String heading, String language, String program) throws IOException {
        Product.in(work).requireOnPath(heading.equals("curl") ? "curl" : program);
        Path script = Files.writeString(work.resolve("example"), example(heading, language));
        Product.Run run = run(List.of(program, script.toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(ANSWER);
    }

    @Test
    void theExamplesOfNodeAnswerAndAreChecked() throws IOException {
        NodeClients clients = NodeClients.install("api-clients", ClientExamplesIT.class, "clients/");
        Path folder = clients.folder();
        Files.writeString(folder.resolve("example.mjs"), example("JavaScript", "js"));
        Product.Run javascript = clients.run("example.mjs");
        assertThat(javascript.exit()).as(javascript.err()).isZero();
        assertThat(javascript.out()).contains(ANSWER);

        String[] generate = example("TypeScript", "sh").strip().split(" +");
        assertThat(generate).startsWith("npx", "openapi-typescript").hasSize(5);
        Product.Run types = clients.run("node_modules/openapi-typescript/bin/cli.js", generate[2], generate[3],
                generate[4]);
        assertThat(types.exit()).as(types.err()).isZero();

        Files.writeString(folder.resolve("example.ts"), example("TypeScript", "ts"));
        Product.Run compiled = compile(clients);
        assertThat(compiled.exit()).as(compiled.out()).isZero();
        Product.Run typescript = clients.run("example.js");
        assertThat(typescript.exit()).as(typescript.err()).isZero();
        assertThat(typescript.out()).isEqualTo(javascript.out());

        Files.writeString(folder.resolve("example.ts"), example("TypeScript", "ts").replace("k: 3", "k: 'three'")
                .replace("{ score, question,", "{ score, queston: question,"));
        assertThat(compile(clients).out()).contains("is not assignable to type 'number'").contains("'queston'");
    }

    private static Product.Run compile(NodeClients clients) {
        return clients.run("node_modules/typescript/bin/tsc", "--strict", "--target", "es2022", "--module", "nodenext",
                "--skipLibCheck", "example.ts");
    }
}
