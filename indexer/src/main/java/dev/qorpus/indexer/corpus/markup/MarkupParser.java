package dev.qorpus.indexer.corpus.markup;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.WholeFile;
import dev.qorpus.indexer.corpus.source.MappedText;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses a markup language by converting headings, lists, code, links and emphasis to Markdown. What the conversion leaves
 * out is markup: directives, attributes and comments. A file that is Markdown despite its name is read as Markdown.
 */
public final class MarkupParser implements FileParser {

    /** A markup language. */
    public enum Language {
        RESTRUCTURED_TEXT("reStructuredText", "(?m)^([=~^#*+\"'`:.-])\\1{2,}\\s*$|^\\.\\. "), ASCIIDOC("AsciiDoc",
                "(?m)^={1,6} \\S|^:[\\w-]+:|^\\[[^\\]]*\\]\\s*$|^(?:----|====)\\s*$"), ORG("Org",
                        "(?m)^\\*+ \\S|^#\\+\\w+"),
        // These are Markdown, with more.
        MDX("MDX", ""), QUARTO("Quarto", "");

        private final String description;
        private final String own;

        Language(String description, String own) {
            this.description = description;
            this.own = own;
        }

        private void convert(List<String> lines, MappedText out) {
            switch (this) {
                case RESTRUCTURED_TEXT -> new RestConverter(lines, out).convert();
                case ASCIIDOC -> new AsciiDocConverter(lines, out).convert();
                case ORG -> new OrgConverter(lines, out).convert();
                case MDX -> new MdxConverter(out).convert(lines);
                case QUARTO -> QuartoConverter.convert(lines, out);
            }
        }
    }

    /** The largest file, in bytes. */
    static final int LARGEST = 16 << 20;

    private static final Pattern MARKDOWN = Pattern.compile("(?m)^#{1,6} \\S");

    private final Language language;

    /** @param language the language of the files */
    public MarkupParser(Language language) {
        this.language = language;
    }

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        String written = WholeFile.text(source, LARGEST, language.description);
        MappedText text = new MappedText();
        if (!language.own.isEmpty() && MARKDOWN.matcher(written).find()
                && !Pattern.compile(language.own).matcher(written).find()) {
            text.addLines(written, 1);
        } else {
            language.convert(written.lines().toList(), text);
        }
        int left = WordCount.of(written) - WordCount.of(text.text());
        SortedMap<LeftOutRule, Integer> leftOut = new TreeMap<>();
        if (left > 0) {
            leftOut.put(LeftOutRule.MARKUP, left);
        }
        new ConvertedMarkdown(text, leftOut).parse(file, handler);
    }
}
