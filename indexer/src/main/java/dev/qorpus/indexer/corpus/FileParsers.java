package dev.qorpus.indexer.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.question.MarkdownFile;
import dev.qorpus.indexer.corpus.records.CsvParser;
import dev.qorpus.indexer.corpus.records.JsonlParser;
import dev.qorpus.indexer.corpus.stackexchange.PostsParser;

/** Which files are read, and by whom: a file's name decides. */
final class FileParsers {

    /** What is read, for messages. */
    static final String KINDS = "Markdown (.md), JSONL (.jsonl), tables (.csv, .tsv), StackExchange dumps (Posts.xml)";

    private static final FileParser MARKDOWN = new MarkdownFile();
    private static final Map<String, FileParser> BY_EXTENSION = Map.of("md", MARKDOWN, "markdown", MARKDOWN, "jsonl",
            new JsonlParser(), "csv", new CsvParser(",;\t"), "tsv", new CsvParser("\t"));

    private static final FileParser POSTS = new PostsParser();

    /** The one file of a dump that holds questions and answers; other XML is no corpus. */
    private static final String DUMP = "Posts.xml";

    private FileParsers() {}

    /** The parser of a file; nothing if files of its kind are not read. */
    static Optional<FileParser> of(Path path) {
        if (path.getFileName().toString().equals(DUMP)) {
            return Optional.of(POSTS);
        }
        return Optional.ofNullable(BY_EXTENSION.get(extension(path)));
    }

    /** The parser of a file that somebody named: what has no known extension is meant as Markdown. */
    static FileParser ofNamed(Path path) {
        return of(path).orElse(extension(path).equals("xml") ? POSTS : MARKDOWN);
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
