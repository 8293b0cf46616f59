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
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.models.Embedder;

/**
 * Finds questions that mean nearly the same in different words, by the cosine of their vectors in the default model. Each
 * question gives at most one finding, with the most similar earlier question. The findings are ranked by similarity.
 */
final class NearDuplicates implements EntryCheck {

    /** The lowest cosine of near duplicates. Of 48 pairs above it, read by hand, 41 asked the same. */
    static final float THRESHOLD = 0.9f;

    /** The highest number of questions. Comparing all their pairs takes about ten seconds on two cores. */
    static final int MOST = 10_000;

    private static final int BATCH = 500;
    /** With fewer questions, embedding is too fast for a progress bar. */
    private static final int LONG_WORK = 1_000;

    /** The first occurrence of a question. */
    private static final class FirstOccurrence {
        final Place place;
        final String question;
        final TextFingerprint answer;
        boolean ambiguous;

        FirstOccurrence(Entry entry) {
            place = Place.of(entry);
            question = entry.question();
            answer = TextFingerprint.of(entry.answer().text());
        }
    }

    private final Supplier<Embedder> embedder;
    private final Progress progress;
    private final KnownVectors known;
    private final Map<String, FirstOccurrence> questions = new LinkedHashMap<>();
    private long left;

    NearDuplicates(Supplier<Embedder> embedder, Progress progress, KnownVectors known) {
        this.embedder = embedder;
        this.progress = progress;
        this.known = known;
    }

    @Override
    public void entry(Entry entry) {
        if (entry.kind() == EntryKind.SECTION) {
            // Documents may share headings, such as "Installation".
            return;
        }
        String text = ComparableQuestion.normalised(entry.question());
        FirstOccurrence before = questions.get(text);
        if (before != null) {
            before.ambiguous |= !before.answer.equals(TextFingerprint.of(entry.answer().text()));
        } else if (questions.size() < MOST) {
            questions.put(text, new FirstOccurrence(entry));
        } else {
            left++;
        }
    }

    @Override
    public List<Finding> findings() {
        // The words of an ambiguous question such as "What's the output?" do not tell what it is about.
        List<Map.Entry<String, FirstOccurrence>> clear = questions.entrySet().stream()
                .filter(e -> !e.getValue().ambiguous)
                .toList();
        float[][] vectors = vectors(clear.stream().map(Map.Entry::getValue).toList());
        List<SimilarRows.Pair> pairs = new ArrayList<>(SimilarRows.of(vectors, THRESHOLD,
                (one, other) -> !ComparableQuestion.differInDetail(clear.get(one).getKey(),
                        clear.get(other).getKey())));
        pairs.sort(Comparator.comparingDouble(SimilarRows.Pair::similarity).reversed()
                .thenComparingInt(SimilarRows.Pair::row));
        return pairs.stream().map(pair -> finding(clear.get(pair.row()).getValue(),
                clear.get(pair.earlier()).getValue(), pair.similarity())).toList();
    }

    private static Finding finding(FirstOccurrence asked, FirstOccurrence earlier, float similarity) {
        return Finding.of(Finding.Rule.NEAR_DUPLICATE_QUESTION, asked.place,
                String.format(Locale.ROOT, "'%s' means nearly the same as '%s' (similarity %.2f)", asked.question,
                        earlier.question, similarity),
                List.of(earlier.place));
    }

    private float[][] vectors(List<FirstOccurrence> asked) {
        if (asked.size() < 2) {
            return new float[asked.size()][0];
        }
        float[][] vectors = new float[asked.size()][];
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            FirstOccurrence one = asked.get(i);
            Optional<float[]> vector = known.of(one.place.id(), one.question);
            if (vector.isPresent()) {
                vectors[i] = vector.get();
            } else {
                unknown.add(i);
            }
        }
        embed(asked, unknown, vectors);
        return vectors;
    }

    private void embed(List<FirstOccurrence> asked, List<Integer> unknown, float[][] vectors) {
        boolean slow = unknown.size() >= LONG_WORK;
        if (slow) {
            progress.start(unknown.size());
        }
        try {
            for (int from = 0; from < unknown.size(); from += BATCH) {
                List<Integer> batch = unknown.subList(from, Math.min(from + BATCH, unknown.size()));
                float[][] rows = embedder.get().embedPassages(batch.stream().map(i -> asked.get(i).question).toList());
                for (int i = 0; i < rows.length; i++) {
                    vectors[batch.get(i)] = rows[i];
                }
                if (slow) {
                    progress.embedded(rows.length);
                }
            }
        } finally {
            progress.end();
        }
    }

    @Override
    public Optional<String> note() {
        return left == 0
                ? Optional.empty()
                : Optional.of("only the first " + MOST + " different questions were compared by meaning; " + left
                        + " further entries were compared by their words");
    }
}
