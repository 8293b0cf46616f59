package dev.qorpus.web.json;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.html.AnswerLinks;
import dev.qorpus.indexer.corpus.html.AnswerMarks;
import dev.qorpus.indexer.corpus.html.SafeHtml;
import dev.qorpus.search.browse.SurroundingEntries;

/**
 * One entry whole.
 *
 * @param answer plain text
 * @param answerMarkdown the author's source
 * @param answerHtml the same, cleaned: a page may insert it as it is; its images are those of the corpus, and links that
 *        begin with {@code #} lead to entries; if asked for, the passage is in {@code <mark class="passage">}, and the
 *        words of a question are in {@code <mark>}
 * @param previous the entry before it in its file
 * @param next the entry behind it
 * @param siblings entries of the same section, itself among them
 * @param inSection how many there are in all
 */
public record EntryView(String id, @Nullable String number, String question, String answer, String answerMarkdown,
        String answerHtml, List<String> section, @Nullable String type, Map<String, List<String>> labels, String file,
        int line, boolean answered, @Nullable HeadingView previous, @Nullable HeadingView next,
        List<HeadingView> siblings, int inSection) {

    private static final String IMAGES = "/corpus/";

    /**
     * The view of an entry and what stands around it.
     *
     * @param exists whether there is an entry of an id
     * @param passage to mark in the answer, in offsets of its plain text; an empty range marks none
     * @param words to mark in the answer
     */
    public static EntryView of(Entry entry, SurroundingEntries around, Predicate<EntryId> exists, Span passage,
            List<Span> words) {
        String html = SafeHtml.of(entry.answer().markdown(), new AnswerLinks(entry.file(), IMAGES, exists),
                new AnswerMarks(entry.answer().text(), passage, words));
        return new EntryView(entry.id().value(), entry.number(), entry.question(), entry.answer().text(),
                entry.answer().markdown(), html, entry.section(), entry.type(), entry.labels(), entry.file(),
                entry.line(), entry.answered(), HeadingView.ofNullable(around.previous()),
                HeadingView.ofNullable(around.next()), around.siblings().stream().map(HeadingView::of).toList(),
                around.inSection());
    }
}
