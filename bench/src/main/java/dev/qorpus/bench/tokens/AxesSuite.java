package dev.qorpus.bench.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.qorpus.bench.Row;
import dev.qorpus.bench.Suite;
import dev.qorpus.models.Models;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.djl.DjlModels;
import dev.qorpus.models.vectors.TokenAxes;

/**
 * Learns the axes of token vectors from the project's own documents, and writes them where the build takes them from. The
 * seed is not among the documents, since ranking is measured on it.
 *
 * @param home the folder of the project
 */
public record AxesSuite(Path home) implements Suite {

    private static final List<String> MODELS = List.of("minilm", "bge", "e5");
    private static final String FOLDER = "models/src/main/resources/dev/qorpus/models/vectors";
    private static final Pattern PARAGRAPH = Pattern.compile("\n\\s*\n");
    private static final Pattern MARKUP = Pattern.compile("[|`*#>_-]+");
    private static final int MOST = 800;
    private static final int FEW = 300;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 600;

    @Override
    public List<Row> run() throws IOException {
        List<String> texts = texts();
        Path folder = Files.createDirectories(home.resolve(FOLDER));
        // For models from a directory, whose axes are learned where they are used.
        Files.write(folder.resolve("axes-texts.txt"), texts.subList(0, Math.min(FEW, texts.size())));
        List<Row> rows = new ArrayList<>(List.of(Row.info("axes: paragraphs", texts.size(), "")));
        for (String name : MODELS) {
            if (Models.find(name).orElseThrow() instanceof SentenceTransformer spec) {
                TokenAxes axes = DjlModels.learnAxes(spec, texts, Runtime.getRuntime().availableProcessors());
                Files.write(folder.resolve(name + ".axes"), axes.toBytes());
                rows.add(Row.info("axes of " + name, axes.size(), ""));
            }
        }
        return rows;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> docs = Files.walk(home.resolve("docs")); Stream<Path> root = Files.list(home)) {
            for (Path file : Stream.concat(docs, root).filter(path -> path.toString().endsWith(".md")).sorted()
                    .toList()) {
                PARAGRAPH.splitAsStream(Files.readString(file))
                        .map(text -> MARKUP.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip())
                        .filter(text -> text.length() >= SHORTEST)
                        .map(text -> text.substring(0, Math.min(LONGEST, text.length()))).forEach(texts::add);
            }
        }
        Collections.shuffle(texts, new Random(1));
        return texts.subList(0, Math.min(MOST, texts.size()));
    }
}
