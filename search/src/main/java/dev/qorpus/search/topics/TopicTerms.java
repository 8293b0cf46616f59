package dev.qorpus.search.topics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.Entry;

/**
 * The phrases of a topic's entries: how often each, and how they are written. People name a topic as they ask about it,
 * so questions count; answers only support them.
 */
final class TopicTerms {

    /** The characters of an answer that are read: its beginning says what it is about. */
    private static final int READ = 600;
    /** Longer beginnings are not searched for code. */
    private static final int SOURCE = 4_000;
    /** What a question with a phrase counts; an answer counts 1. */
    private static final double QUESTION = 3;
    /** A phrase of answers that no question has. */
    private static final double ONLY_ANSWERS = 0.1;
    /** One of so many uses is enough for the plural. */
    private static final int PLURAL = 3;
    private static final Pattern CODE = Pattern.compile(
            "(?ms)^[ \\t]*```.*?(?:^[ \\t]*```|\\z)|`[^`\\n]*+`|\\]\\([^)]*+\\)|https?://\\S++|<[^>\\n]*+>"
                    + "|^(?: {4}|\\t).*?$");

    /** Reads the words of a text. */
    interface Reader {
        List<Word> words(String text);
    }

    /** How often one phrase is there, and how. */
    private static final class Count {
        private int questions;
        private int answers;
        private int entries;
        private int seen;
        private double likely;
    }

    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Map<String, Integer>> forms = new HashMap<>();
    private int entries;

    /** Counts the phrases of an entry, each once for the question and once for the answer. */
    void add(Entry entry, Reader reader) {
        entries++;
        Set<String> asked = count(entry.question(), reader, entry.language());
        Set<String> answered = count(prose(entry.answer().markdown()), reader, entry.language());
        asked.forEach(term -> of(term).questions++);
        answered.forEach(term -> of(term).answers++);
        answered.addAll(asked);
        answered.forEach(term -> of(term).entries++);
    }

    /** The beginning of an answer without code and addresses. */
    private static String prose(String markdown) {
        String begin = markdown.substring(0, Math.min(SOURCE, markdown.length()));
        // A sign of its own, so that no phrase reaches over what was removed.
        String prose = CODE.matcher(begin).replaceAll(" ; ");
        return prose.substring(0, Math.min(READ, prose.length()));
    }

    private Set<String> count(String text, Reader reader, String language) {
        Set<String> here = new HashSet<>();
        for (Phrases.Phrase phrase : Phrases.of(text, reader.words(text), language)) {
            here.add(phrase.term());
            Count count = of(phrase.term());
            count.seen++;
            count.likely += phrase.likely();
            forms.computeIfAbsent(phrase.term(), any -> new HashMap<>()).merge(phrase.form(), 1, Integer::sum);
        }
        return here;
    }

    private Count of(String term) {
        return counts.computeIfAbsent(term, any -> new Count());
    }

    /** All phrases. */
    Set<String> terms() {
        return counts.keySet();
    }

    /** How much a phrase counts. */
    double count(String term) {
        Count count = counts.get(term);
        if (count == null) {
            return 0;
        }
        return count.questions == 0 ? ONLY_ANSWERS * count.answers : QUESTION * count.questions + count.answers;
    }

    /** How many entries have a phrase. */
    int entries(String term) {
        Count count = counts.get(term);
        return count == null ? 0 : count.entries;
    }

    /** From 0 to 1: how likely a phrase is a noun. */
    double likely(String term) {
        Count count = counts.get(term);
        return count == null || count.seen == 0 ? 1 : count.likely / count.seen;
    }

    /** How many entries were counted. */
    int size() {
        return entries;
    }

    /** A phrase as it is written most often; in the plural or in lower case if it is so a good part of the time. */
    String form(String term) {
        Map<String, Integer> written = forms.getOrDefault(term, Map.of());
        Map<String, Integer> ignoringCase = new HashMap<>();
        written.forEach((form, count) -> ignoringCase.merge(form.toLowerCase(Locale.ROOT), count, Integer::sum));
        String lower = plural(most(ignoringCase), ignoringCase);
        Map<String, Integer> variants = new HashMap<>();
        written.forEach((form, count) -> {
            if (form.toLowerCase(Locale.ROOT).equals(lower)) {
                variants.put(form, form.equals(lower) ? 3 * count : count);
            }
        });
        return most(variants);
    }

    /** People name what there are many of in the plural. */
    private static String plural(String form, Map<String, Integer> counts) {
        String plural = form + "s";
        int times = counts.getOrDefault(plural, 0);
        return times > 0 && PLURAL * times >= counts.getOrDefault(form, 0) ? plural : form;
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder())).map(Map.Entry::getKey).orElse("");
    }
}
