package dev.qorpus.web.export;

import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.PieceTable;

/**
 * The vectors of entries and of word pieces, quantised, as {@code vectors.js} reads them.
 *
 * @param dimension the count of numbers of a vector
 * @param trust in the model for the languages of the corpus, from 0 to 1
 * @param deviation of the model's cosines between unrelated texts
 * @param scales of the rows of the word pieces
 * @param scale the largest number of these rows
 * @param entries the vectors of the entries
 */
record MeaningData(int dimension, double trust, double deviation, String scales, double scale,
        EntryRows entries) {

    /** Texts that are embedded at once. */
    private static final int BATCH = 256;

    /**
     * The vectors of entries.
     *
     * @param counts of each entry: that of its question, and those of its passages
     * @param rows all of them
     * @param scales of the rows
     * @param scale the largest number
     */
    record EntryRows(List<Integer> counts, String rows, String scales, double scale) {}

    static MeaningData of(SiteMeaning meaning, List<SiteEntry> entries, PackedRows pieces) {
        PieceTable table = meaning.table();
        CosineDistribution background = meaning.background();
        List<Integer> counts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (SiteEntry each : entries) {
            EmbeddedTexts embedded = EmbeddedTexts.of(each.entry(), each.passages());
            counts.add(embedded.all().size());
            texts.addAll(embedded.all());
        }
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            rows.addAll(List.of(meaning.embedder()
                    .embedPassages(texts.subList(from, Math.min(texts.size(), from + BATCH)))));
        }
        PackedRows vectors = PackedRows.of(rows.toArray(float[][]::new));
        return new MeaningData(table.dimension(), meaning.trust(), background.deviation(),
                pieces.scales(), pieces.scale(),
                new EntryRows(counts, vectors.values(), vectors.scales(), vectors.scale()));
    }
}
