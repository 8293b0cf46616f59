package dev.qorpus.web.export;

import java.util.Map;
import java.util.Set;

import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.PieceTable;

/**
 * The word vectors by which a site compares meaning.
 *
 * @param table the vectors of word pieces
 * @param embedder the same vectors as a model, for the entries
 * @param background the distribution of their cosines between unrelated texts
 * @param trust how much of the corpus is in a language of the model, from 0 to 1
 */
public record SiteMeaning(PieceTable table, Embedder embedder, CosineDistribution background, double trust) {

    /**
     * How much of a corpus a model knows. The server asks the question's language instead; a browser cannot tell it.
     *
     * @param known the languages of the model, as ISO 639-1
     * @param entries the number of entries in each language; none if no language is known
     */
    public static double trust(Set<String> known, Map<String, Integer> entries) {
        int all = entries.values().stream().mapToInt(Integer::intValue).sum();
        int trusted = entries.entrySet().stream().filter(language -> known.contains(language.getKey()))
                .mapToInt(Map.Entry::getValue).sum();
        return all == 0 ? 1 : (double) trusted / all;
    }
}
