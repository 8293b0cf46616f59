package dev.qorpus.web.cli.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageTextTest {

    private static CorpusContent content(int words, int inEntries) {
        Coverage coverage = new Coverage(words, inEntries,
                new TreeMap<>(Map.of(LeftOutRule.NONE, words - inEntries)));
        return new CorpusContent(new TreeMap<>(Map.of(EntryKind.QUESTION, 2, EntryKind.SECTION, 1)), coverage,
                new TreeMap<>());
    }

    @Test
    void kindsAreCounted() {
        assertThat(CoverageText.entries(3, content(100, 90))).isEqualTo("3 entries (2 questions, 1 section)");
        assertThat(CoverageText.entries(0, CorpusContent.NONE)).isEqualTo("0 entries");
    }

    @Test
    void littleCoverageIsWorthALine() {
        assertThat(CoverageText.warning(content(1000, 950))).isEmpty();
        assertThat(CoverageText.warning(content(1000, 949)))
                .isEqualTo("only 94.9 % of the text is in entries; 'qorpus check' shows what was left out");
        assertThat(CoverageText.warning(CorpusContent.NONE)).isEmpty();
    }

    @Test
    void sharesNameTheRules() {
        assertThat(CoverageText.shares(content(1000, 975).coverage()))
                .isEqualTo("97.5 % of the text in entries; of 1,000 words left out: 2.5 % no rule");
    }

    @Test
    void linesAreGroupedByRule() {
        Coverage.OfFile file = new Coverage.OfFile(content(100, 90).coverage(),
                List.of(new Coverage.Lines(LeftOutRule.COMMENT, 3, 9), new Coverage.Lines(LeftOutRule.NONE, 12, 12),
                        new Coverage.Lines(LeftOutRule.COMMENT, 20, 20)));
        assertThat(CoverageText.lines(file)).isEqualTo("a comment in lines 3-9, 20; no rule in line 12");
    }
}
