package dev.qorpus.web.json;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.html.AnswerMarks;
import dev.qorpus.indexer.corpus.html.SafeHtml;
import dev.qorpus.search.result.Duplicate;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.HitGroup;
import dev.qorpus.search.result.PassageHit;
import dev.qorpus.search.result.RankedScore;

/**
 * One hit: the fields of its entry, its rank and its scores. Offsets count UTF-16 code units.
 *
 * @param group how near it is to the question
 * @param duplicates the other entries with the same answer, which are no hits of their own
 * @param late rank and score token by token; missing if the entry was not compared so
 * @param rerank rank and log-odds by the cross-encoder; missing if it did not read the entry
 * @param language the language of the entry, as ISO 639-1; missing if it is not known
 * @param passageHtml on demand, the passage as safe HTML, with words of the question in {@code <mark>}; missing if it is long
 */
public record HitView(int rank, String id, String kind, @Nullable String number, String question, String answer,
        String title, List<String> section, @Nullable String type, Map<String, List<String>> labels,
        @Nullable String language, String file, int line,
        boolean answered, double score, RankedScore lexical, @Nullable RankedScore dense, @Nullable RankedScore late,
        @Nullable RankedScore rerank,
        @Nullable PassageHit passage,
        List<Span> highlights, List<Span> questionHighlights, @Nullable Explanation explanation,
        HitGroup group, List<DuplicateView> duplicates, @Nullable String passageHtml) {

    /** Longer answers, in UTF-16 code units of their Markdown, are not rendered for a list. */
    private static final int LONGEST_RENDERED = 20_000;

    /** An entry with the same answer as a hit. */
    public record DuplicateView(String id, String question, String file, int line) {

        static DuplicateView of(Duplicate duplicate) {
            return new DuplicateView(duplicate.id().value(), duplicate.question(), duplicate.file(), duplicate.line());
        }
    }

    private static @Nullable RankedScore compared(RankedScore place) {
        return place.rank() == 0 ? null : place;
    }

    /** The view of a hit. */
    public static HitView of(Hit hit) {
        return of(hit, null);
    }

    /**
     * The view of a hit with its passage as HTML.
     *
     * @param exists whether an entry with an id exists
     */
    static HitView rendered(Hit hit, Predicate<EntryId> exists) {
        Entry entry = hit.entry();
        PassageHit passage = hit.passage();
        if (passage == null || entry.answer().markdown().length() > LONGEST_RENDERED) {
            return of(hit);
        }
        return of(hit, SafeHtml.ofPassage(entry.answer().markdown(), EntryView.links(entry, exists),
                new AnswerMarks(entry.answer().text(), new Span(passage.start(), passage.end()), hit.highlights()))
                .orElse(null));
    }

    private static HitView of(Hit hit, @Nullable String passageHtml) {
        Entry entry = hit.entry();
        return new HitView(hit.rank(), entry.id().value(), entry.kind().id(), entry.number(), entry.question(),
                entry.answer().text(), entry.title(), entry.section(), entry.type(), entry.labels(),
                EntryView.language(entry), entry.file(),
                entry.line(), entry.answered(),
                hit.score(), hit.lexical(), compared(hit.dense()), compared(hit.late()), compared(hit.rerank()),
                hit.passage(),
                hit.highlights(), hit.questionHighlights(),
                hit.explanation(), hit.group(), hit.duplicates().stream().map(DuplicateView::of).toList(),
                passageHtml);
    }
}
