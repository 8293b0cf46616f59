package dev.qorpus.indexer.corpus.markup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.question.MarkdownParser;
import dev.qorpus.indexer.corpus.source.MappedText;

/**
 * Markdown that was converted from another format. It is parsed as Markdown, and the lines of entries, findings and
 * coverage are those of the file.
 *
 * @param text the Markdown with the lines of the file
 * @param leftOut the number of words of the file that the conversion left out, by rule
 */
public record ConvertedMarkdown(MappedText text, SortedMap<LeftOutRule, Integer> leftOut) {

    /** A conversion that left out no words. */
    public ConvertedMarkdown(MappedText text) {
        this(text, new TreeMap<>());
    }

    /** Parses the Markdown and hands on its entries and findings. */
    public void parse(String file, CorpusHandler handler) throws IOException {
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        new MarkdownParser().parse(file, () -> new ByteArrayInputStream(bytes), new SourceLines(handler));
    }

    /** Replaces the lines of the Markdown by those of the file. */
    private final class SourceLines implements CorpusHandler {
        private final CorpusHandler next;

        SourceLines(CorpusHandler next) {
            this.next = next;
        }

        @Override
        public void layout(String reason) {
            next.layout(reason);
        }

        @Override
        public void coverage(Coverage.OfFile coverage) {
            List<Coverage.Lines> lines = new ArrayList<>();
            coverage.lines().forEach(left -> lines
                    .add(new Coverage.Lines(left.rule(), text.source(left.first()), text.source(left.last()))));
            int words = leftOut.values().stream().mapToInt(Integer::intValue).sum();
            next.coverage(new Coverage.OfFile(coverage.counts().plus(new Coverage(words, 0, leftOut)), lines));
        }

        @Override
        public void entry(Entry entry) {
            next.entry(new Entry(entry.id(), entry.kind(), entry.number(), entry.question(), entry.answer(),
                    entry.context(), entry.labels(), entry.language(), entry.file(), text.source(entry.line())));
        }

        @Override
        public void finding(Finding finding) {
            next.finding(new Finding(finding.rule(), finding.file(), text.source(finding.line()), finding.id(),
                    finding.message(), finding.related()));
        }
    }
}
