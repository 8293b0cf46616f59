package dev.qorpus.search.opensearch;

import java.util.List;
import java.util.Locale;

/**
 * The arithmetic of {@code docs/scaling.md}: what a corpus of a size needs, from OpenSearch's formulas and from what was
 * measured.
 *
 * @param entries how many
 * @param form how vectors are held
 */
record ScalingPlan(long entries, Form form) {

    /** Dimensions of the default model's vectors. */
    private static final int DIMENSIONS = 384;
    /** Neighbours of a node of the graph. */
    private static final int M = 16;
    /** One for the question, and one for each passage of 60 words; as SciFact has them. */
    static final double VECTORS_PER_ENTRY = 5.5;
    /** Primary and one replica. */
    private static final int COPIES = 2;
    private static final double GIGA = 1e9;
    /** Of a node of 128 GB, 31 GB are heap and some is left for the system. */
    private static final double PAGE_CACHE = 90 * GIGA;
    /** OpenSearch recommends 10 to 50 GB. */
    private static final double SHARD = 30 * GIGA;
    /** Texts that one core embeds in a second. */
    private static final double TEXTS_PER_SECOND = 28.5;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final List<Long> SIZES = List.of(1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L);

    /** How vectors are held in memory. On disk all of them are there in full as well. */
    enum Form {
        FLOAT("float32", 4.0, 0), SEVEN_BITS("7 bit", 1.0, DIMENSIONS + 4), ONE_BIT("1 bit", 1 / 8.0,
                DIMENSIONS / 8 + 16);

        private final String label;
        private final double bytes;
        /** Of a vector on disk, as measured: what is quantised, and a few bytes of corrections. */
        private final int extraBytes;

        Form(String label, double bytes, int extraBytes) {
            this.label = label;
            this.bytes = bytes;
            this.extraBytes = extraBytes;
        }
    }

    /** Bytes of memory for one copy, by OpenSearch's formula. */
    double memory() {
        return entries * VECTORS_PER_ENTRY * 1.1 * (form.bytes * DIMENSIONS + 8 * M);
    }

    /** Bytes on disk of one copy: 2,266 a document were measured with float32; quantised vectors stand beside them. */
    double disk() {
        return entries * VECTORS_PER_ENTRY * (2_266 + form.extraBytes);
    }

    /** Primary shards. */
    long shards() {
        return (long) Math.ceil(disk() / SHARD);
    }

    /** Nodes of 128 GB on which graphs and vectors of all copies stay in memory; never fewer than three. */
    long nodes() {
        return Math.max(3, (long) Math.ceil(COPIES * memory() / PAGE_CACHE));
    }

    /** Hours of one core to embed everything once with the default model. */
    double embedding() {
        return entries * VECTORS_PER_ENTRY / TEXTS_PER_SECOND / SECONDS_PER_HOUR;
    }

    /** All sizes and forms as rows of a table. */
    static List<String> rows() {
        return SIZES.stream().flatMap(size -> List.of(Form.values()).stream().map(form -> new ScalingPlan(size, form)))
                .map(ScalingPlan::row).toList();
    }

    private String row() {
        return String.format(Locale.ROOT, "| %,d M | %s | %,.0f GB | %,.0f GB | %,d | %,d | %,.0f h |",
                entries / 1_000_000, form.label, memory() / GIGA, disk() / GIGA, shards(), nodes(), embedding());
    }
}
