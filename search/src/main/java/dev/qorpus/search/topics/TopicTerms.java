package dev.qorpus.search.topics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.Entry;

/** The terms of a topic's entries: words and pairs of words, how often each, and how they are written. */
final class TopicTerms {

    /** The characters of an answer that are read: its beginning says what it is about. */
    private static final int READ = 600;
    /** The weight of terms in the question. */
    private static final int QUESTION = 3;

    /** Reads the words of a text. */
    interface Reader {
        List<Word> words(String text);
    }

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> entries = new HashMap<>();
    private final Map<String, Map<String, Integer>> forms = new HashMap<>();

    /** Counts the terms of an entry, each once for the question and once for the answer, however often it is there. */
    void add(Entry entry, Reader reader) {
        Set<String> distinct = new HashSet<>();
        String answer = entry.answer().text();
        count(entry.question(), QUESTION, distinct, reader);
        count(answer.substring(0, Math.min(READ, answer.length())), 1, distinct, reader);
        distinct.forEach(term -> entries.merge(term, 1, Integer::sum));
    }

    private void count(String text, int times, Set<String> distinct, Reader reader) {
        Set<String> here = new HashSet<>();
        Word before = null;
        for (Word word : reader.words(text)) {
            if (word.span().end() - word.span().start() == 1) {
                // A single ideograph is a part of a word, and of the pairs with its neighbours.
                continue;
            }
            note(word.term(), text.substring(word.span().start(), word.span().end()), here);
            if (before != null && adjacent(text, before, word) && !before.term().equals(word.term())) {
                note(before.term() + " " + word.term(), text.substring(before.span().start(), word.span().end()), here);
            }
            before = word;
        }
        here.forEach(term -> counts.merge(term, times, Integer::sum));
        distinct.addAll(here);
    }

    private void note(String term, String form, Set<String> here) {
        here.add(term);
        forms.computeIfAbsent(term, any -> new HashMap<>()).merge(form, 1, Integer::sum);
    }

    private static boolean adjacent(String text, Word one, Word other) {
        int gap = other.span().start() - one.span().end();
        return gap == 1 && " -".indexOf(text.charAt(one.span().end())) >= 0;
    }

    /** How much each term counts. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** How many entries have a term. */
    int entries(String term) {
        return entries.getOrDefault(term, 0);
    }

    /** A term as it is written most often; in lower case if it is so a good part of the time. */
    String form(String term) {
        Map<String, Integer> written = forms.getOrDefault(term, Map.of());
        Map<String, Integer> ignoringCase = new HashMap<>();
        written.forEach((form, count) -> ignoringCase.merge(form.toLowerCase(Locale.ROOT), count, Integer::sum));
        String lower = most(ignoringCase);
        Map<String, Integer> variants = new HashMap<>();
        written.forEach((form, count) -> {
            if (form.toLowerCase(Locale.ROOT).equals(lower)) {
                variants.put(form, form.equals(lower) ? 3 * count : count);
            }
        });
        return most(variants);
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder())).map(Map.Entry::getKey).orElse("");
    }
}
