package dev.qorpus.web.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.qorpus.web.json.Json;

/** The files of a site that is being written. Counts them and their bytes. */
final class SiteFiles {

    /** The page that searches. */
    static final String START = "index.html";
    static final String TOPICS = "topics.html";
    static final String ENTRIES = "entries.html";
    /** The folder of the entries' pages. */
    static final String PAGES = "entry/";
    /** The folder of the corpus's images. */
    static final String IMAGES = "images/";

    private final Path folder;
    private int count;
    private long bytes;

    SiteFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes a file below the folder. */
    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        count++;
        bytes += content.length;
    }

    /** Writes data as a script, since a page that was opened from a file can load nothing else. */
    void writeData(String name, Object value) throws IOException {
        String json = new String(Json.sorted(value), StandardCharsets.UTF_8);
        write("data/" + name + ".js", "qorpusData(" + "\"" + name + "\"," + json + ");\n");
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }
}
