package dev.qorpus.indexer.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which files are read, and by whom: a file's name decides. */
final class FileParsers {

    /** What is read, for messages. */
    static final String KINDS = "Markdown (.md), JSONL (.jsonl), tables (.csv, .tsv)";

    private static final FileParser MARKDOWN = new MarkdownFile();
    private static final Map<String, FileParser> BY_EXTENSION = Map.of("md", MARKDOWN, "markdown", MARKDOWN, "jsonl",
            new JsonlParser(), "csv", new CsvParser(",;\t"), "tsv", new CsvParser("\t"));

    private FileParsers() {}

    /** The parser of a file; nothing if files of its kind are not read. */
    static Optional<FileParser> of(Path path) {
        return Optional.ofNullable(BY_EXTENSION.get(extension(path)));
    }

    /** The parser of a file that somebody named: what has no known extension is meant as Markdown. */
    static FileParser ofNamed(Path path) {
        return of(path).orElse(MARKDOWN);
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
