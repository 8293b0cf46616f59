package dev.qorpus.web.json;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.Entry;
import dev.qorpus.indexer.corpus.SafeHtml;

/**
 * One entry whole.
 *
 * @param answer plain text
 * @param answerMarkdown the author's source
 * @param answerHtml the same, cleaned: a page may insert it as it is
 */
public record EntryView(String id, @Nullable String number, String question, String answer, String answerMarkdown,
        String answerHtml, List<String> section, @Nullable String type, Map<String, List<String>> labels, String file,
        int line, boolean answered) {

    /** The view of an entry. */
    public static EntryView of(Entry entry) {
        return new EntryView(entry.id().value(), entry.number(), entry.question(), entry.answer().text(),
                entry.answer().markdown(), SafeHtml.of(entry.answer().markdown()), entry.section(), entry.type(),
                entry.labels(), entry.file(), entry.line(), entry.answered());
    }
}
