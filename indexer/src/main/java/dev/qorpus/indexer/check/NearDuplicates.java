package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Entry;
import dev.qorpus.indexer.corpus.Finding;
import dev.qorpus.indexer.corpus.Finding.Place;
import dev.qorpus.models.Embedder;

/**
 * Finds questions that mean nearly the same in other words, by the cosine of the default model's vectors. Each
 * question makes at most one finding, naming the most similar of those before it; the findings are ranked by
 * similarity, and nothing is merged.
 */
final class NearDuplicates implements EntryCheck {

    /** Of 48 pairs at or above it, read by hand, 41 asked the same. */
    static final float THRESHOLD = 0.9f;

    /** All pairs are compared up to here: about ten seconds on two cores. */
    static final int MOST = 10_000;

    private static final int BATCH = 500;
    /** Below this many questions nobody waits long enough to want a bar. */
    private static final int LONG_WORK = 1_000;

    /** A question as it was first asked. */
    private static final class Asked {
        final Place place;
        final String question;
        final Digest answer;
        boolean ambiguous;

        Asked(Entry entry) {
            place = Place.of(entry);
            question = entry.question();
            answer = Digest.of(entry.answer().text());
        }
    }

    private final Supplier<Embedder> embedder;
    private final Progress progress;
    private final Map<String, Asked> questions = new LinkedHashMap<>();
    private long left;

    NearDuplicates(Supplier<Embedder> embedder, Progress progress) {
        this.embedder = embedder;
        this.progress = progress;
    }

    @Override
    public void entry(Entry entry) {
        String text = ComparableQuestion.normalised(entry.question());
        Asked before = questions.get(text);
        if (before != null) {
            before.ambiguous |= !before.answer.equals(Digest.of(entry.answer().text()));
        } else if (questions.size() < MOST) {
            questions.put(text, new Asked(entry));
        } else {
            left++;
        }
    }

    @Override
    public List<Finding> findings() {
        // What "What's the output?" is about, its words do not say: it is like no other question.
        List<Map.Entry<String, Asked>> clear = questions.entrySet().stream().filter(e -> !e.getValue().ambiguous)
                .toList();
        float[][] vectors = vectors(clear.stream().map(e -> e.getValue().question).toList());
        List<SimilarRows.Pair> pairs = new ArrayList<>(SimilarRows.of(vectors, THRESHOLD,
                (one, other) -> !ComparableQuestion.differInDetail(clear.get(one).getKey(),
                        clear.get(other).getKey())));
        pairs.sort(Comparator.comparingDouble(SimilarRows.Pair::similarity).reversed()
                .thenComparingInt(SimilarRows.Pair::row));
        return pairs.stream().map(pair -> finding(clear.get(pair.row()).getValue(),
                clear.get(pair.earlier()).getValue(), pair.similarity())).toList();
    }

    private static Finding finding(Asked asked, Asked earlier, float similarity) {
        return Finding.of(Finding.Rule.NEAR_DUPLICATE_QUESTION, asked.place,
                String.format(Locale.ROOT, "'%s' means nearly the same as '%s' (similarity %.2f)", asked.question,
                        earlier.question, similarity),
                List.of(earlier.place));
    }

    private float[][] vectors(List<String> texts) {
        if (texts.size() < 2) {
            return new float[texts.size()][0];
        }
        float[][] vectors = new float[texts.size()][];
        boolean slow = texts.size() >= LONG_WORK;
        if (slow) {
            progress.start(texts.size());
        }
        try {
            for (int from = 0; from < texts.size(); from += BATCH) {
                int to = Math.min(from + BATCH, texts.size());
                float[][] rows = embedder.get().embedPassages(texts.subList(from, to));
                System.arraycopy(rows, 0, vectors, from, rows.length);
                if (slow) {
                    progress.embedded(rows.length);
                }
            }
        } finally {
            progress.end();
        }
        return vectors;
    }

    @Override
    public Optional<String> note() {
        return left == 0
                ? Optional.empty()
                : Optional.of("meaning was compared for the first " + MOST + " different questions; " + left
                        + " entries after them were compared by words only");
    }
}
