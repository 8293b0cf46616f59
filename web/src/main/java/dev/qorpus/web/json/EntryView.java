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
 * One entry.
 *
 * @param kind {@code question}, {@code card} or {@code section}
 * @param answer the answer as plain text
 * @param answerMarkdown the Markdown source of the answer
 * @param answerHtml the answer as safe HTML. Images are served from the corpus, at addresses relative to the root of the
 * server. Links that begin with {@code #} lead to entries. On demand, the passage is in {@code <mark class="passage">} and
 * the words of a question are in {@code <mark>}
 * @param title the title of its document; empty if there is none
 * @param language the language of the entry, as ISO 639-1; missing if it is not known
 * @param previous the entry before it in its file
 * @param next the entry after it
 * @param siblings entries of the same section, including this one
 * @param inSection how many entries the section has
 */
public record EntryView(String id, String kind, @Nullable String number, String question, String answer,
        String answerMarkdown, String answerHtml, String title, List<String> section, @Nullable String type,
        Map<String, List<String>> labels, @Nullable String language, String file,
        int line, boolean answered, @Nullable HeadingView previous, @Nullable HeadingView next,
        List<HeadingView> siblings, int inSection) {

    private static final String IMAGES = "corpus/";

    /**
     * The view of an entry and its surroundings.
     *
     * @param exists whether an entry with an id exists
     * @param passage to mark in the answer, in offsets of its plain text; an empty range marks none
     * @param words to mark in the answer
     */
    public static EntryView of(Entry entry, SurroundingEntries around, Predicate<EntryId> exists, Span passage,
            List<Span> words) {
        String html = SafeHtml.of(entry.answer().markdown(), links(entry, exists),
                new AnswerMarks(entry.answer().text(), passage, words));
        return new EntryView(entry.id().value(), entry.kind().id(), entry.number(), entry.question(),
                entry.answer().text(), entry.answer().markdown(), html, entry.title(), entry.section(), entry.type(),
                entry.labels(), language(entry), entry.file(),
                entry.line(), entry.answered(), HeadingView.ofNullable(around.previous()),
                HeadingView.ofNullable(around.next()), around.siblings().stream().map(HeadingView::of).toList(),
                around.inSection());
    }

    /** The addresses of what an answer links to and shows. */
    static AnswerLinks links(Entry entry, Predicate<EntryId> exists) {
        return new AnswerLinks(entry.file(), IMAGES, exists);
    }

    /** The language of an entry, as ISO 639-1; nothing if it is not known. */
    static @Nullable String language(Entry entry) {
        return entry.language().isEmpty() ? null : entry.language();
    }
}
