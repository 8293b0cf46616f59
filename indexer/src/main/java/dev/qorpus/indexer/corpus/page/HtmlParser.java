package dev.qorpus.indexer.corpus.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.WholeFile;
import dev.qorpus.indexer.corpus.markup.ConvertedMarkdown;
import dev.qorpus.indexer.corpus.source.MappedText;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses HTML pages. The main content is converted to Markdown, without navigation, headers, footers and scripts. Questions
 * that the page declares for search engines ({@code FAQPage} of schema.org) are questions, each once.
 */
public final class HtmlParser implements FileParser {

    /** The largest page, in bytes. */
    static final int LARGEST = 16 << 20;

    private static final int HEAD = 4_096;
    private static final Pattern CHARSET = Pattern
            .compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([a-z][a-z0-9_-]{1,40})");
    private static final int DEEPEST = 500;
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!]");
    /** What site generators put behind the title of a page. */
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»]\\s+[^|–—·»]*\\z|\\s+-\\s+[^-]{1,40}\\z");

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        String html = text(source);
        if (!TAG.matcher(html).find()) {
            MappedText text = new MappedText();
            text.addLines(html, 1);
            new ConvertedMarkdown(text).parse(file, handler);
            return;
        }
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        convert(parser.parseInput(html, "")).parse(file, handler);
    }

    /** The text of a page. One that is not UTF-8 may declare its encoding. */
    private static String text(Source source) throws IOException {
        try {
            return WholeFile.text(source, LARGEST, "HTML");
        } catch (CharacterCodingException e) {
            try (InputStream bytes = source.open()) {
                byte[] content = bytes.readNBytes(LARGEST);
                String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
                Matcher declared = CHARSET.matcher(head);
                if (declared.find() && Charset.isSupported(declared.group(1))) {
                    return new String(content, Charset.forName(declared.group(1)));
                }
            }
            throw e;
        }
    }

    private static ConvertedMarkdown convert(Document page) {
        page.select("script:not([type=application/ld+json]), style, template, noscript, svg, iframe, object").remove();
        int all = WordCount.of(page.body().text());
        Element main = MainContent.of(page);
        int kept = WordCount.of(main.text());
        PageQuestions.mark(page, main);
        MappedText text = new MappedText();
        String title = SITE.matcher(page.title()).replaceFirst("");
        if (main.selectFirst("h1") == null && !title.isBlank()) {
            Element element = page.selectFirst("title");
            text.add("# " + title.strip().replace("#", "\\#"), element == null ? 1 : PageBlocks.line(element));
            text.add("", 1);
        }
        PageBlocks.add(main, text);
        SortedMap<LeftOutRule, Integer> leftOut = new TreeMap<>();
        if (all > kept) {
            leftOut.put(LeftOutRule.NAVIGATION, all - kept);
        }
        return new ConvertedMarkdown(text, leftOut);
    }
}
