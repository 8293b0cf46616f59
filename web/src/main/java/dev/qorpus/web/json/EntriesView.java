package dev.qorpus.web.json;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.browse.SurroundingEntries;

/**
 * Several entries, in the order of the given ids.
 *
 * @param unknown the given ids that no entry has
 * @param shortened whether an answer was cut to keep the result small
 */
public record EntriesView(List<EntryTextView> entries, List<String> unknown, boolean shortened) {

    /**
     * An entry as its author wrote it.
     *
     * @param answer the Markdown source of the answer; empty if there is none
     * @param previous the entry before it in its file
     * @param next the entry after it
     */
    public record EntryTextView(String id, String kind, @Nullable String number, String question, String answer,
            String title, List<String> section, @Nullable String type, Map<String, List<String>> labels,
            @Nullable String language, String file, int line, boolean answered, @Nullable HeadingView previous,
            @Nullable HeadingView next) {

        /** The view of an entry and its neighbours in the file. */
        public static EntryTextView of(Entry entry, SurroundingEntries around) {
            return new EntryTextView(entry.id().value(), entry.kind().id(), entry.number(), entry.question(),
                    entry.answer().markdown(), entry.title(), entry.section(), entry.type(), entry.labels(),
                    EntryView.language(entry), entry.file(), entry.line(), entry.answered(),
                    HeadingView.ofNullable(around.previous()), HeadingView.ofNullable(around.next()));
        }

        /** The same with another answer, such as the beginning of it. */
        public EntryTextView withAnswer(String other) {
            return new EntryTextView(id, kind, number, question, other, title, section, type, labels, language, file,
                    line, answered, previous, next);
        }
    }
}
