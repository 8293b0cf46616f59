package dev.qorpus.indexer.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.markup.MarkupParser;
import dev.qorpus.indexer.corpus.markup.MarkupParser.Language;
import dev.qorpus.indexer.corpus.markup.PlainTextParser;
import dev.qorpus.indexer.corpus.notebook.NotebookParser;
import dev.qorpus.indexer.corpus.page.HtmlParser;
import dev.qorpus.indexer.corpus.question.MarkdownParser;
import dev.qorpus.indexer.corpus.records.CsvParser;
import dev.qorpus.indexer.corpus.records.JsonlParser;
import dev.qorpus.indexer.corpus.records.RecordListParser;
import dev.qorpus.indexer.corpus.source.SingleLine;
import dev.qorpus.indexer.corpus.stackexchange.PostsParser;

/** The file formats that are read. The name of a file decides its format. A new format is one line in {@link #ALL}. */
final class FileFormats {

    /**
     * A file format.
     *
     * @param name the name in messages
     * @param parser reads the files
     * @param files names of the files in folders: a whole name, or an extension that begins with a point
     * @param explicit extensions of further files, which are read only if the user names the file itself
     */
    private record FileFormat(String name, FileParser parser, List<String> files, List<String> explicit) {

        FileFormat(String name, FileParser parser, String... files) {
            this(name, parser, List.of(files), List.of());
        }

        boolean contains(String file) {
            return files.stream().anyMatch(pattern -> matches(file, pattern));
        }

        boolean containsExplicit(String file) {
            return contains(file) || explicit.stream().anyMatch(pattern -> matches(file, pattern));
        }

        private static boolean matches(String file, String pattern) {
            return pattern.startsWith(".") ? file.toLowerCase(Locale.ROOT).endsWith(pattern) : file.equals(pattern);
        }
    }

    private static final FileFormat MARKDOWN = new FileFormat("Markdown", new MarkdownParser(), ".md", ".markdown",
            ".mkd", ".mkdn", ".mdwn", ".mdown");

    private static final List<FileFormat> ALL = List.of(MARKDOWN,
            new FileFormat("JSONL", new JsonlParser(), ".jsonl", ".ndjson"),
            new FileFormat("CSV", new CsvParser(",;\t|"), ".csv"),
            new FileFormat("TSV", new CsvParser("\t"), ".tsv"),
            new FileFormat("MDX", new MarkupParser(Language.MDX), ".mdx"),
            new FileFormat("Quarto", new MarkupParser(Language.QUARTO), ".qmd", ".rmd"),
            new FileFormat("reStructuredText", new MarkupParser(Language.RESTRUCTURED_TEXT), ".rst", ".rest"),
            new FileFormat("AsciiDoc", new MarkupParser(Language.ASCIIDOC), ".adoc", ".asciidoc", ".asc"),
            new FileFormat("Org", new MarkupParser(Language.ORG), ".org"),
            new FileFormat("plain text", new PlainTextParser(), ".txt", ".text"),
            new FileFormat("HTML", new HtmlParser(), ".html", ".htm", ".xhtml"),
            new FileFormat("Jupyter notebooks", new NotebookParser(), ".ipynb"),
            new FileFormat("JSON lists", new RecordListParser(RecordListParser.Format.JSON), ".json"),
            new FileFormat("YAML lists", new RecordListParser(RecordListParser.Format.YAML), ".yaml", ".yml"),
            // Other XML files in folders are no dumps.
            new FileFormat("StackExchange dumps", new PostsParser(), List.of("Posts.xml"), List.of(".xml")));

    private static final String DRAWING = ".excalidraw";

    private FileFormats() {}

    /** The formats with the names of their files, for messages. */
    static String description() {
        return ALL.stream().map(format -> format.name + " (" + String.join(", ", format.files) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The parser of a file in a folder; empty if the file has no known format. */
    static Optional<FileParser> parser(Path path) {
        return isDrawing(path)
                ? Optional.empty()
                : ALL.stream().filter(format -> format.contains(name(path))).findFirst().map(FileFormat::parser);
    }

    /** The parser of a file that the user named. A file without a known extension is read as Markdown. */
    static FileParser explicitParser(Path path) {
        return ALL.stream().filter(format -> format.containsExplicit(name(path))).findFirst().orElse(MARKDOWN).parser();
    }

    /** The last suffix of a file's name with its point, in lower case; empty if there is none. */
    static String suffix(Path path) {
        if (isDrawing(path)) {
            return DRAWING;
        }
        String name = name(path);
        int point = name.lastIndexOf('.');
        return point > 0 && point < name.length() - 1
                ? SingleLine.of(name.substring(point)).toLowerCase(Locale.ROOT)
                : "";
    }

    /** Obsidian's drawings have the suffix of Markdown, and contain packed data. */
    private static boolean isDrawing(Path path) {
        return name(path).endsWith(DRAWING + ".md");
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
