package dev.qorpus.indexer.corpus.question;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.CoverageBuilder;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.AnswerKeys;
import dev.qorpus.indexer.corpus.source.LargestFile;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.Utf8;

/**
 * Extracts the entries of a Markdown file in three steps. {@link MarkerFinder} marks every place that has the form of a
 * question. {@link QuestionLayout} chooses the layout that the file is written in. {@link EntryBuilder} turns the
 * questions of that layout into entries. A file is parsed as a whole, because entries refer to text anywhere in it.
 * Thread-safe.
 */
public final class MarkdownParser implements FileParser {

    /** The largest file in bytes with any heap. Larger Markdown files are not written by hand. */
    private static final int LARGEST = 64 << 20;

    /** Text with so many words is more than a sentence. */
    private static final int SENTENCE = 8;
    private static final int SHOWN = 40;

    /**
     * The content of a file, in its order.
     *
     * @param layout the layout of the questions and the reason for its choice, in one line
     */
    public record Parsed(List<Entry> entries, List<Finding> findings, String layout, Coverage.OfFile coverage) {}

    /** The largest file in bytes with the heap of this process. */
    public static int largest() {
        return LargestFile.bytes(LARGEST);
    }

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        byte[] content;
        try (InputStream bytes = source.open()) {
            content = bytes.readNBytes(largest() + 1);
        }
        if (content.length > largest()) {
            handler.finding(new Finding(Finding.Rule.UNREADABLE_FILE, file, 1, null,
                    LargestFile.message(LARGEST, "Markdown")));
            return;
        }
        Parsed parsed = parse(file, Utf8.decode(content));
        handler.layout(parsed.layout());
        parsed.entries().forEach(handler::entry);
        parsed.findings().forEach(handler::finding);
        handler.coverage(parsed.coverage());
    }

    /**
     * Parses a text.
     *
     * @param file the name of the file below the corpus folder, which is the first part of every id
     * @param text the whole text
     */
    public Parsed parse(String file, String text) {
        MarkdownFile input = MarkdownFile.of(file, text);
        Node document = Markdown.parse(input.source().text());
        MarkerFinder.Found found = MarkerFinder.find(document, input.source(), input.isDecked());
        Layout chosen = Layout.of(input, document, found.markers());
        QuestionLayout layout = chosen.layout();
        FileSections sections = FileSections.of(input, document, found.markers(), layout, chosen.keys().keys());
        EntryBuilder builder = new EntryBuilder(input, document, sections.title(), sections.headings());
        TreeMap<Integer, Integer> answered = new TreeMap<>();
        for (SourceRegion region : layout.questions()) {
            QuestionMarker question = region.question();
            if (question != null) {
                builder.entry(question, region, layout.kind(), chosen.keys().of(question.start()).orElse(null));
                answered.put(question.start(), Math.max(region.end(), question.bodyStart()));
            }
        }
        builder.frontMatterPairs(text);
        sections.addTo(builder);
        for (int answer : found.answers()) {
            Map.Entry<Integer, Integer> before = answered.floorEntry(answer);
            if ((before == null || before.getValue() <= answer) && !chosen.keys().contain(answer)) {
                builder.finding(Finding.Rule.ANSWER_WITHOUT_QUESTION, answer, "an answer without a question before it");
            }
        }
        if (builder.entries().isEmpty()) {
            builder.finding(Finding.Rule.FILE_WITHOUT_QUESTION, 0,
                    "no question was recognised; questions are headings, "
                            + "bold lines, 'Q:' lines, <details> or list items that ask, or a title in the front matter");
        }
        CoverageBuilder coverage = new CoverageBuilder(new SourceText(text), document);
        FrontMatter matter = input.frontMatter();
        coverage.claimEach(0, matter.end(), matter.texts());
        coverage.leaveOut(0, matter.end(), LeftOutRule.FRONT_MATTER);
        builder.claims().forEach(claim -> coverage.claim(claim.offsets(), claim.texts()));
        sections.leaveOut(coverage, builder.entries());
        coverage.lost(SENTENCE).forEach(lost -> builder.finding(Finding.Rule.TEXT_LEFT_OUT, lost.start(),
                lost.words() + " words are in no entry, from '" + start(text.substring(lost.start(), lost.end()))
                        + "'"));
        return new Parsed(builder.entries(), builder.findings(), layout.reason(), coverage.coverage());
    }

    /** The layout of a file, and the keys with answers to its questions. */
    private record Layout(QuestionLayout layout, AnswerKeys keys) {

        static Layout of(MarkdownFile file, Node document, List<QuestionMarker> markers) {
            TreeMap<Integer, String> numbers = new TreeMap<>();
            for (QuestionMarker marker : markers) {
                String number = marker.words().number();
                if (number != null && (marker.form() != Form.ITEM || marker.level() == 1)) {
                    numbers.put(marker.start(), number);
                }
            }
            AnswerKeys keys = numbers.size() < 2
                    ? AnswerKeys.NONE
                    : AnswerKeys.of(document, file.source(), numbers);
            if (!keys.keys().isEmpty()) {
                QuestionLayout layout = QuestionLayout
                        .of(file, markers.stream().filter(marker -> !keys.contain(marker.start())).toList())
                        .before(keys);
                if (keys.answer(layout.questions().stream().map(SourceRegion::question).filter(Objects::nonNull)
                        .mapToInt(QuestionMarker::start))) {
                    return new Layout(layout, keys);
                }
            }
            return new Layout(QuestionLayout.of(file, markers), AnswerKeys.NONE);
        }
    }

    private static String start(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN).strip() + "…";
    }
}
