package dev.qorpus.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.qorpus.web.cli.terminal.Terminal;

/** Runs the usual short commands in a JVM that records which classes and methods they need. */
final class AotTraining {

    /** One with colours and links, so that their code is trained too. */
    private static final Terminal TERMINAL = Terminal.of(Map.of("TERM", "xterm-256color"), Set.of(Terminal.Stream.OUT),
            "");

    private AotTraining() {}

    /**
     * Exits with 1 if one of them fails.
     *
     * @param arguments a corpus for the commands
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("qorpus-aot-training");
        int failed = 0;
        try {
            for (List<String> command : commands(arguments[0], home.resolve("index").toString())) {
                String[] words = command.toArray(String[]::new);
                int exit = Main.ofProcess(TERMINAL, words).setOut(new PrintWriter(Writer.nullWriter()))
                        .execute(words);
                if (exit != 0) {
                    System.err.println(String.join(" ", command) + ": exit code " + exit);
                    failed = 1;
                }
            }
        } finally {
            delete(home);
        }
        System.exit(failed);
    }

    private static List<List<String>> commands(String corpus, String index) {
        return List.of(List.of("index", corpus, "--index", index),
                List.of("ask", "why is atention slow for long sequences", "--index", index),
                List.of("ask", "gates against the vanishing gradient", "--index", index, "--mode", "lexical"),
                List.of("ask", "an image cut into squares", "--index", index, "--json"),
                List.of("related", "what is attention", "--index", index),
                List.of("compare", "which loss suits noisy sensors", "--index", index),
                List.of("check", corpus));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
