package dev.qorpus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.bench.command.CommandLineRun;
import dev.qorpus.bench.command.QmdSuite;
import dev.qorpus.bench.command.StartSuite;
import dev.qorpus.bench.confidence.ConfidenceSuite;
import dev.qorpus.bench.confidence.CutSuite;
import dev.qorpus.bench.inner.InnerSuite;
import dev.qorpus.bench.tokens.AxesSuite;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

/** The command: runs suites, prints the table, writes it as JSON. */
@Command(name = "qorpus bench", mixinStandardHelpOptions = true, description = "Measure speed beside what a user would pick instead.")
final class Main implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "SUITE", description = "embedding, queries, http, start, reading, inner, anserini, qmd, scale, cluster, confidence, cut, axes (default: all but the last nine).")
    List<String> suites = new ArrayList<>();

    @Option(names = "--rounds", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--texts", description = "Passages to embed in a round (default: ${DEFAULT-VALUE}).")
    int texts = 200;

    @Option(names = "--sizes", split = ",", description = "Entries of suites scale and cluster (default: ${DEFAULT-VALUE}).")
    List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--words", description = "Entries of suite scale have words only.")
    boolean words;

    @Option(names = "--cluster", paramLabel = "ADDRESS", description = "Where suite cluster writes and asks: opensearch:http://HOST:9200/NAME.")
    @Nullable
    String cluster;

    @Option(names = "--collections", split = ",", paramLabel = "FOLDER", description = "Judged collections of suites confidence and cut (default: those of the seed).")
    List<Path> collections = List.of();

    @Option(names = "--corpus", paramLabel = "FOLDER", description = "Markdown that suite qmd searches (default: the seed).")
    @Nullable
    Path corpus;

    @Option(names = "--work", paramLabel = "FOLDER", description = "Where indexes are made (default: a new one, removed at the end).")
    @Nullable
    Path work;

    @Option(names = "--home", hidden = true, description = "The folder of the project.")
    Path home = Path.of(".");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the table there too.")
    @Nullable
    Path json;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = work == null ? Files.createTempDirectory("qorpus-bench") : Files.createDirectories(work);
        List<Row> rows = new ArrayList<>();
        try (Models models = DjlModels.models(Runtime.getRuntime().availableProcessors())) {
            Map<String, Suite> all = suites(folder, models);
            System.out.println("| Work | Qorpus | Peer | Ratio | Target | Met |\n|---|---|---|---|---|---|");
            for (String name : suites.isEmpty()
                    ? List.of("embedding", "queries", "http", "start", "reading")
                    : suites) {
                Suite suite = all.get(name);
                if (suite == null) {
                    System.err
                            .println("there is no suite '" + name + "'; there are " + String.join(", ", all.keySet()));
                    return 2;
                }
                List<Row> found = suite.run();
                found.forEach(row -> System.out.println(row.line()));
                rows.addAll(found);
            }
        } finally {
            if (work == null) {
                delete(folder);
            }
        }
        if (json != null) {
            Files.write(json, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
        }
        return 0;
    }

    private Map<String, Suite> suites(Path folder, Models models) throws IOException {
        Rounds turns = new Rounds(rounds);
        CommandLineRun qorpus = new CommandLineRun(home.resolve("qorpus").toAbsolutePath().normalize());
        Map<String, Suite> all = new LinkedHashMap<>();
        all.put("embedding", new EmbeddingSuite(turns, new RandomTexts(home.resolve("seeds/models.md"), 1), texts));
        all.put("queries", new QuerySuite(turns, models, folder));
        all.put("http", new HttpSuite(turns, models, folder));
        all.put("anserini", new AnseriniSuite(turns, models, folder));
        all.put("inner", () -> inner(folder.resolve("inner")));
        all.put("start", new StartSuite(turns, qorpus, home.resolve("seeds"), folder));
        all.put("qmd", new QmdSuite(turns, qorpus, corpus == null ? home.resolve("seeds") : corpus, folder));
        all.put("reading", new ReadingSuite(turns, new RandomTexts(home.resolve("seeds/models.md"), 2), folder));
        all.put("scale", new ScaleSuite(models, folder, sizes, !words));
        all.put("cluster", new ClusterSuite(turns, models, Optional.ofNullable(cluster), sizes));
        List<Path> judged = collections.isEmpty()
                ? List.of(home.resolve("seeds/judgments"), home.resolve("seeds/judgments-second"))
                : collections;
        all.put("confidence", new ConfidenceSuite(models, folder, judged, home.resolve("seeds")));
        all.put("axes", new AxesSuite(home));
        all.put("cut", new CutSuite(models, folder, judged, home.resolve("seeds")));
        return all;
    }

    private List<Row> inner(Path index) throws Exception {
        new SyntheticCorpus(10_000).writeTo(index);
        return InnerSuite.run(index, home.resolve("seeds/models.md").toAbsolutePath(), rounds).stream()
                .map(time -> Row.info(time.part(), time.micros(), "µs")).toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
