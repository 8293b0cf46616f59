package dev.qorpus.models.words;

import java.util.List;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.WordVectors;

/**
 * Averages static vectors of words, frequent words counting less. It knows no order and no context: a rung between
 * counting words and understanding sentences, a hundred times as fast as the latter.
 *
 * @param spec what it is
 * @param tokenizer finds the words; closed with this
 * @param table their vectors
 */
public record WordVectorEmbedder(WordVectors spec, Tokenizer tokenizer, WordTable table) implements Embedder {

    @Override
    public float[] embedQuery(String text) {
        return embedPassages(List.of(text))[0];
    }

    @Override
    public float[][] embedPassages(List<String> texts) {
        return tokenizer.words(texts).stream().map(table::sum).toArray(float[][]::new);
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
