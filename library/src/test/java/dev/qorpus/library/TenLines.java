package dev.qorpus.library;

import java.io.PrintStream;
import java.nio.file.Path;

import dev.qorpus.search.result.Hit;

/** The example of the README and of {@link Qorpus}, which QorpusTest runs. */
final class TenLines {

    private TenLines() {}

    static void run(Path folder, Path notes, PrintStream out) {
        // @start region="ask"
        try (Qorpus qorpus = Qorpus.in(folder)) {
            qorpus.index(notes);
            for (Hit hit : qorpus.ask("how do I undo a commit?").hits()) {
                out.printf("%.2f %s (%s:%d)%n", hit.score(), hit.entry().question(), hit.entry().file(),
                        hit.entry().line());
            }
        }
        // @end
    }
}
