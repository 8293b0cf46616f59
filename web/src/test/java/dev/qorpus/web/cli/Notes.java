package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes corpora of a given size. */
final class Notes {

    private Notes() {}

    /** So many questions in files of ten, each with the name of the version in it. */
    static void write(Path folder, String version, int questions) throws IOException {
        Files.createDirectories(folder);
        for (int file = 0; file * 10 < questions; file++) {
            StringBuilder text = new StringBuilder();
            for (int i = file * 10; i < Math.min(questions, file * 10 + 10); i++) {
                text.append("## What is ").append(version).append(' ').append(i).append("?\n\nThe number ").append(i)
                        .append(" of the version ").append(version).append(".\n\n");
            }
            Files.writeString(folder.resolve("notes" + file + ".md"), text);
        }
    }
}
