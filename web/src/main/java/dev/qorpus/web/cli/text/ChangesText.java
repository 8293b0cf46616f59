package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.FileChanges;

/** Notes that the corpus is no longer what was indexed. */
public record ChangesText(Console console) {

    /** Prints one line; nothing if no file differs. */
    public void print(FileChanges changes) {
        if (!changes.isEmpty()) {
            console.note("since the last indexing " + list(changes) + "; update the index: qorpus index");
        }
    }

    private static String list(FileChanges changes) {
        List<String> parts = new ArrayList<>();
        add(changes.changed(), "changed", parts);
        add(changes.added(), "added", parts);
        add(changes.removed(), "removed", parts);
        return String.join(", ", parts);
    }

    private static void add(int count, String verb, List<String> parts) {
        if (count > 0) {
            parts.add(count + (count == 1 ? " file was " : " files were ") + verb);
        }
    }
}
