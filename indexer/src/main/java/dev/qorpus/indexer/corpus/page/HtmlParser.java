package dev.qorpus.indexer.corpus.page;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private static final int DEEPEST = 500;
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!]");
    /** What site generators put behind the title of a page. */
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·»]\\s+[^|–—·»]*\\z|\\s+-\\s+[^-]{1,40}\\z");

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        String html = WholeFile.text(source, LARGEST, "HTML");
        if (!TAG.matcher(html).find()) {
            MappedText text = new MappedText();
            text.addLines(html, 1);
            new ConvertedMarkdown(text).parse(file, handler);
            return;
        }
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        convert(parser.parseInput(html, "")).parse(file, handler);
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
