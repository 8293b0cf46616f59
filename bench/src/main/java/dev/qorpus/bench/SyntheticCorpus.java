package dev.qorpus.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.IndexingStats;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.vectors.TokenAxes;
import dev.qorpus.models.vectors.TokenRows;
import dev.qorpus.models.vectors.TokenSpans;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * An index of any size with synthetic vectors, so that the index is measured and not the model. Words follow Zipf's
 * law. Vectors cluster around centres, and those of one entry are close together, as with real texts.
 *
 * @param entries how many
 * @param hasVectors whether they have vectors, which most of the time is spent on
 */
record SyntheticCorpus(int entries, boolean hasVectors) {

    private static final String SPACE = Models.DEFAULT;
    private static final int WORDS = 60_000;
    /** Between the seeds of two entries, for their versions. */
    private static final long SEEDS = 31;
    private static final int QUESTION_WORDS = 9;
    private static final int ANSWER_WORDS = 45;
    /** Tokens of a question and its passage, some words having two. */
    private static final int TOKENS = 80;
    private static final int QUERY_TOKENS = 9;
    private static final int CENTRES = 2_000;
    /** Distance of an entry from its centre, and of a vector from its entry. A vector has length 1. */
    private static final double FROM_CENTRE = 0.9;
    private static final double FROM_ENTRY = 0.45;

    /** With vectors. */
    SyntheticCorpus(int entries) {
        this(entries, true);
    }

    /** Writes the index into a folder. */
    void writeTo(Path folder) {
        try (EntrySink sink = LuceneSink.open(folder)) {
            writeTo(sink);
        }
    }

    /** Writes the index and replaces its content. */
    void writeTo(EntrySink sink) {
        sink.clear();
        for (int i = 0; i < entries; i++) {
            sink.put(entry(i, 0));
        }
        sink.publish(manifest(0));
    }

    /** Writes one entry again. */
    void change(EntrySink sink, int number, int version) {
        sink.put(entry(number, version));
        sink.publish(manifest(version));
    }

    /** An entry's name. */
    static EntryId id(int number) {
        return new EntryId("file" + number / 100 + ".md#q" + number);
    }

    /** The entry of that number, always the same. */
    IndexedEntry entry(int number, int version) {
        SplittableRandom random = new SplittableRandom(number * SEEDS + version);
        String question = words(random, QUESTION_WORDS) + "?";
        String text = words(random, ANSWER_WORDS) + ".";
        List<Passage> passages = List.of(new Passage(0, text.length()));
        Entry entry = new Entry(id(number), EntryKind.QUESTION, Integer.toString(number), question,
                new Answer(text, text), new Context("", List.of("Section " + number % 50)),
                new TreeMap<>(Map.of(Entry.TYPE, List.of("Type " + number % 5))),
                "file" + number / 100 + ".md", 1 + number % 100 * 4);
        return new IndexedEntry(entry, number + "-" + version, passages,
                EmbeddedTexts.of(entry, passages), hasVectors ? Map.of(SPACE, vectors(number)) : Map.of());
    }

    /** An entry's vectors. */
    EntryVectors vectors(int number) {
        float[] middle = near(centre(number), FROM_CENTRE, number);
        return new EntryVectors(near(middle, FROM_ENTRY, -1L - number),
                new float[][]{near(middle, FROM_ENTRY, number * 7_919L + 13)}, new byte[][]{tokens(number)});
    }

    /** Packed vectors of tokens in no particular direction. */
    private static byte[] tokens(int number) {
        byte[] packed = new byte[TOKENS * TokenAxes.AXES / 2];
        new SplittableRandom(number).nextBytes(packed);
        return packed;
    }

    /** The vector of a question about an entry, and those of its tokens, which are in no particular direction. */
    Embedding questionEmbedding(int number) {
        float[][] rows = new float[QUERY_TOKENS][];
        int[] starts = new int[QUERY_TOKENS];
        int[] ends = new int[QUERY_TOKENS];
        for (int token = 0; token < QUERY_TOKENS; token++) {
            rows[token] = near(new float[TokenAxes.AXES], 1, number * 31L + token);
            starts[token] = 2 * token;
            ends[token] = 2 * token + 1;
        }
        return new Embedding(questionVector(number), new TokenRows(new TokenSpans(starts, ends), rows));
    }

    /** The vector of a question about an entry. */
    float[] questionVector(int number) {
        return near(near(centre(number), FROM_CENTRE, number), FROM_ENTRY, number * 104_729L + 17);
    }

    /** Words such as an entry has, rare and common ones. */
    static String question(int number) {
        return words(new SplittableRandom(number * 1_299_709L), 6);
    }

    /** The first words of an entry's question. */
    static String phrase(int number) {
        return words(new SplittableRandom(number * SEEDS), 2);
    }

    private static float[] centre(int number) {
        return near(new float[dimension()], 1, 1_000_000_007L * (number % CENTRES + 1));
    }

    private static float[] near(float[] from, double distance, long seed) {
        // Spread over all directions by normal deviates of the same length on average.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        float[] moved = new float[from.length];
        double each = distance / Math.sqrt(from.length);
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (from[i] + each * random.nextGaussian());
        }
        return UnitVectors.normalised(moved);
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Zipf's law: the logarithm of the rank is spread evenly.
            long rank = (long) Math.exp(random.nextDouble() * Math.log(WORDS));
            text.append(i == 0 ? "" : " ").append(word(rank));
        }
        return text.toString();
    }

    /** A word that no stemmer touches, the shorter the more common. */
    private static String word(long rank) {
        StringBuilder word = new StringBuilder();
        for (long rest = rank; rest > 0; rest /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt((int) (rest % 20))).append("aou".charAt((int) (rest % 3)));
        }
        return word.append('k').toString();
    }

    private static int dimension() {
        return Models.spec(SPACE).dimension();
    }

    private IndexManifest manifest(int version) {
        ModelSpec spec = Models.spec(SPACE);
        return new IndexManifest(IndexSchema.VERSION, IndexSchema.ANALYSIS,
                List.of(new IndexManifest.ModelEntry(SPACE, spec.dimension(), spec.checksum(),
                        spec.tokenAxes().orElseThrow().checksum())),
                new TreeMap<>(),
                List.of("synthetic"),
                entries + "-" + version, new IndexManifest.Counts(1 + entries / 100, entries, 0), CorpusContent.NONE,
                new TreeMap<>(),
                List.of(), IndexingStats.NONE, "2026-01-01T00:00:00Z", !hasVectors);
    }
}
