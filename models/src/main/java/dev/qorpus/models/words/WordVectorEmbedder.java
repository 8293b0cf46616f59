package dev.qorpus.models.words;

import java.util.Arrays;
import java.util.List;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.WordVectors;

/**
 * Embeds a text as the weighted mean of its word vectors; frequent words have less weight. Word order and context do not
 * count. It is a hundred times as fast as a sentence-transformer.
 *
 * @param spec the description of the model
 * @param tokenizer finds the words of a text; closed with this embedder
 * @param table the vectors of the words
 */
public record WordVectorEmbedder(WordVectors spec, Tokenizer tokenizer, WordTable table) implements Embedder {

    @Override
    public float[] embedQuery(String text) {
        return embedPassages(List.of(text))[0];
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        return tokenizer.words(texts).stream().map(this::vector).toArray(float[][]::new);
    }

    private float[] vector(int[] words) {
        int last = Arrays.stream(words).max().orElse(0);
        if (last >= table.size() && spec instanceof WordVectors.Distilled) {
            // Rare pieces are not distilled.
            return table.sum(Arrays.stream(words).filter(word -> word < table.size()).toArray());
        }
        if (last >= table.size()) {
            throw new ModelException(spec.name(), "the tokenizer has the token " + last + ", but the table has "
                    + table.size() + " rows; fetch both again");
        }
        return table.sum(words);
    }

    @Override
    public int tokens(String text) {
        return tokenizer.words(List.of(text)).getFirst().length;
    }

    @Override
    public boolean hasWord(String word) {
        return tokenizer.hasWord(word);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
