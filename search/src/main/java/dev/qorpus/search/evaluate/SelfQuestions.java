package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

/**
 * Known-item queries for a corpus without judgments. Each sampled entry loses its question and one sentence of its
 * answer. The removed text becomes the query, and the entry is its only relevant result. The figures are optimistic,
 * because queries and answers share an author and a vocabulary.
 */
public final class SelfQuestions {

    /** How a question was made. */
    public enum Kind {
        /** The entry's question, which the answer alone has to match. */
        QUESTION,
        /** The three rarest words of the question. */
        KEYWORDS,
        /** The question, with two letters swapped in its longest word. */
        MISSPELT,
        /** A sentence of the answer, taken out of it. */
        SENTENCE;

        /** The name in figures. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An entry as it is searched: without its question, and without the sentence that is asked. */
    public record Hidden(String id, String text) {}

    private static final int FEWEST_WORDS = 8;
    private static final int KEYWORDS = 3;
    private static final int LONG_WORD = 6;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    private final SplittableRandom random = new SplittableRandom(1);
    private final int most;
    private final List<Entry> sample = new ArrayList<>();
    private int seen;

    /** @param most entries in the sample */
    public SelfQuestions(int most) {
        this.most = most;
    }

    /** Considers an entry for the sample: each has the same chance (Vitter 1985, algorithm R). */
    public void add(Entry entry) {
        if (words(entry.answer().text()).size() < FEWEST_WORDS || words(entry.question()).isEmpty()) {
            return;
        }
        seen++;
        if (sample.size() < most) {
            sample.add(entry);
            return;
        }
        int place = random.nextInt(seen);
        if (place < most) {
            sample.set(place, entry);
        }
    }

    /** How many entries have enough of an answer to take part. */
    public int seen() {
        return seen;
    }

    /** The sample as it is searched. */
    public List<Hidden> corpus() {
        List<Hidden> corpus = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            String text = sample.get(i).answer().text();
            corpus.add(new Hidden(id(i), sentence(text).map(sentence -> text.replace(sentence, " ")).orElse(text)));
        }
        return corpus;
    }

    /** The questions of one kind, with the entry each was made of. */
    public JudgedCollection questions(Kind kind) {
        Map<String, Integer> frequencies = kind == Kind.KEYWORDS ? frequencies() : Map.of();
        List<JudgedQuery> queries = new ArrayList<>();
        Map<String, Map<String, Integer>> judgments = new HashMap<>();
        for (int i = 0; i < sample.size(); i++) {
            Entry entry = sample.get(i);
            Optional<String> asked = switch (kind) {
                case QUESTION -> Optional.of(entry.question());
                case KEYWORDS -> keywords(entry.question(), frequencies);
                case MISSPELT -> misspelt(entry.question());
                case SENTENCE -> sentence(entry.answer().text());
            };
            if (asked.isPresent()) {
                queries.add(new JudgedQuery(id(i), asked.get()));
                judgments.put(id(i), Map.of(id(i), 1));
            }
        }
        return new JudgedCollection("self: " + kind.label(), queries, judgments);
    }

    private static String id(int place) {
        return "self-" + place;
    }

    private Map<String, Integer> frequencies() {
        Map<String, Integer> frequencies = new HashMap<>();
        for (Entry entry : sample) {
            Set<String> distinct = new HashSet<>(words(entry.answer().text()));
            distinct.forEach(word -> frequencies.merge(word, 1, Integer::sum));
        }
        return frequencies;
    }

    private static Optional<String> keywords(String question, Map<String, Integer> frequencies) {
        List<String> rarest = words(question).stream().distinct().filter(word -> word.length() > 2)
                .sorted(Comparator.comparingInt((String word) -> frequencies.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(KEYWORDS).toList();
        return rarest.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", rarest));
    }

    private static Optional<String> misspelt(String question) {
        return words(question).stream().filter(word -> word.length() >= LONG_WORD)
                .max(Comparator.comparingInt(String::length)).flatMap(word -> {
                    int middle = word.length() / 2;
                    String swapped = word.substring(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1)
                            + word.substring(middle + 1);
                    return swapped.equals(word)
                            ? Optional.empty()
                            : Optional.of(question.toLowerCase(Locale.ROOT).replace(word, swapped));
                });
    }

    /** The middle one of at least three sentences, if it says something. */
    private static Optional<String> sentence(String text) {
        String[] sentences = SENTENCE_END.split(text, 0);
        String middle = sentences[sentences.length / 2].strip();
        return sentences.length >= 3 && words(middle).size() >= FEWEST_WORDS && middle.length() <= 400
                ? Optional.of(middle)
                : Optional.empty();
    }

    private static List<String> words(String text) {
        return GAP.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    }
}
