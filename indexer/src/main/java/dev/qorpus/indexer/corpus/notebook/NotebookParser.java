package dev.qorpus.indexer.corpus.notebook;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.WholeFile;
import dev.qorpus.indexer.corpus.markup.ConvertedMarkdown;
import dev.qorpus.indexer.corpus.records.LocatedTree;
import dev.qorpus.indexer.corpus.source.MappedText;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses Jupyter notebooks (nbformat 3 to 5). Cells of Markdown are Markdown, cells of code are code, and outputs are text.
 * Images and errors are left out.
 */
public final class NotebookParser implements FileParser {

    /** The largest notebook, in bytes. Most of a large notebook are images. */
    static final int LARGEST = 64 << 20;

    /** The longest output of a cell that is read, in characters. */
    static final int LONGEST_OUTPUT = 2_000;

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        LocatedTree tree = LocatedTree.ofJson(WholeFile.text(source, LARGEST, "a notebook"));
        JsonNode notebook = tree.roots().path(0);
        JsonNode metadata = notebook.path("metadata");
        String language = metadata.path("language_info").path("name")
                .asString(metadata.path("kernelspec").path("language").asString("python"));
        MappedText text = new MappedText();
        cells(notebook.path("cells"), language, text, tree);
        notebook.path("worksheets").forEach(sheet -> cells(sheet.path("cells"), language, text, tree));
        new ConvertedMarkdown(text).parse(file, handler);
    }

    private static void cells(JsonNode cells, String language, MappedText text, LocatedTree tree) {
        for (JsonNode cell : cells) {
            JsonNode source = cell.has("source") ? cell.path("source") : cell.path("input");
            switch (cell.path("cell_type").asString("")) {
                case "code" -> {
                    fenced(joined(source), language, line(source, cell, tree), text);
                    cell.path("outputs").forEach(output -> output(output, tree.line(cell), text));
                }
                case "markdown", "heading" -> markdown(source, cell, tree, text);
                case "raw" -> fenced(joined(source), "", line(source, cell, tree), text);
                default -> {
                    // Unknown kinds of cells have no text that is known.
                }
            }
        }
    }

    private static void markdown(JsonNode source, JsonNode cell, LocatedTree tree, MappedText text) {
        if (source instanceof ArrayNode array) {
            // Each item is a line, with its line feed.
            int item = 0;
            for (JsonNode line : array) {
                text.add(line.asString("").replaceFirst("\n\\z", ""), tree.line(array, item++));
            }
        } else {
            text.add(source.asString(""), tree.line(cell));
        }
        text.add("", tree.line(cell));
    }

    private static int line(JsonNode source, JsonNode cell, LocatedTree tree) {
        return source instanceof ArrayNode array ? tree.line(array, 0) : tree.line(cell);
    }

    private static void fenced(String code, String language, int line, MappedText text) {
        if (code.isBlank()) {
            return;
        }
        Matcher fences = FENCE.matcher(code);
        int longest = fences.results().mapToInt(fence -> fence.group().length()).max().orElse(2);
        String fence = "`".repeat(Math.max(3, longest + 1));
        text.add(fence + language.replaceAll("[^\\w+#.-]", ""), line);
        text.addLines(code.strip(), line);
        text.add(fence, line);
        text.add("", line);
    }

    private static void output(JsonNode output, int line, MappedText text) {
        JsonNode words = output.has("text") ? output.path("text") : output.path("data").path("text/plain");
        String all = joined(words);
        fenced(all.length() <= LONGEST_OUTPUT ? all : all.substring(0, LONGEST_OUTPUT) + " …", "text", line, text);
    }

    private static String joined(JsonNode source) {
        if (!source.isArray()) {
            return source.asString("");
        }
        StringBuilder joined = new StringBuilder();
        source.forEach(line -> joined.append(line.asString("")));
        return joined.toString();
    }
}
