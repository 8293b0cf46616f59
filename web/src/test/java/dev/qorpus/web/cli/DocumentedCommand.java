package dev.qorpus.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line that a document tells its readers to type, and that starts Qorpus.
 *
 * @param document path below the root of the repository
 * @param line of the document, from 1
 * @param text the line without its comment
 */
record DocumentedCommand(String document, int line, String text) {

    private static final String FENCE = "```";
    private static final String QORPUS = "./qorpus ";

    /** The commands of all documents of the repository: those for its users first, in the order of the README. */
    static List<DocumentedCommand> ofAll(Path root) throws IOException {
        List<DocumentedCommand> commands = new ArrayList<>(in(root, "README.md"));
        try (Stream<Path> guides = Files.list(root.resolve("docs"))) {
            guides.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".md")).sorted()
                    .forEach(name -> commands.addAll(in(root, name)));
        }
        return commands;
    }

    private static List<DocumentedCommand> in(Path root, String document) {
        List<DocumentedCommand> commands = new ArrayList<>();
        String block = "";
        int number = 0;
        for (String line : lines(root.resolve(document))) {
            number++;
            if (line.startsWith(FENCE)) {
                block = block.isEmpty() ? line : "";
            } else if ((block.equals(FENCE) || block.equals(FENCE + "sh")) && startsQorpus(line)) {
                commands.add(new DocumentedCommand(document, number, line.replaceAll(" +#.*", "").strip()));
            }
        }
        return commands;
    }

    /** Also the address of an index, for the lines below it. */
    private static boolean startsQorpus(String line) {
        return line.contains(QORPUS) || line.startsWith("export QORPUS_") || line.contains(" mcp ");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the document", e);
        }
    }

    boolean isServer() {
        return text.contains(QORPUS + "serve");
    }

    boolean isBenchmark() {
        return text.contains(QORPUS + "bench");
    }

    /** Whether it tells an agent's program how to start Qorpus. */
    boolean isForAgents() {
        return text.contains(" -- ") && text.contains(" mcp ");
    }

    @Override
    public String toString() {
        return document + ":" + line + " " + text;
    }
}
