package dev.qorpus.web.json.state;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.EntryKind;

/**
 * Which words of a corpus, or of one file, are in entries.
 *
 * @param words the number of words
 * @param inEntries the number of words in entries
 * @param leftOut the number of words that each rule left out
 * @param unread the number of files that were not read, by suffix; missing in the view of one file
 */
public record CoverageView(int words, int inEntries, Map<String, Integer> leftOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Integer> unread) {

    /** The view of a corpus. */
    public static CoverageView of(CorpusContent content) {
        return of(content.coverage(), content.unread());
    }

    /** The view of one file. */
    static CoverageView of(Coverage coverage) {
        return of(coverage, null);
    }

    private static CoverageView of(Coverage coverage, @Nullable Map<String, Integer> unread) {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        coverage.leftOut().forEach((rule, words) -> leftOut.put(rule.id(), words));
        return new CoverageView(coverage.words(), coverage.inEntries(), leftOut, unread);
    }

    /** The number of entries of each kind, by name; kinds without entries have 0. */
    public static Map<String, Integer> kinds(CorpusContent content) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (EntryKind kind : EntryKind.values()) {
            kinds.put(kind.id(), content.count(kind));
        }
        return kinds;
    }
}
