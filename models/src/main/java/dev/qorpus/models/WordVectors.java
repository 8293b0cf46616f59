package dev.qorpus.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Static word vectors. The vector of a text is the weighted mean of its words' vectors, whatever their order. */
public sealed interface WordVectors extends ModelSpec {

    @Override
    default int maxTokens() {
        return Integer.MAX_VALUE;
    }

    /**
     * Vectors distilled from a sentence-transformer, which embeds each of its word pieces alone (Model2Vec, Tulkens and
     * van Dongen 2024). They are computed on this machine on first use.
     *
     * @param name the name in commands, manifests and results
     * @param dimension the number of floats in a vector, at most that of the teacher
     * @param teacher the model that embeds the word pieces
     * @param pieces the number of word pieces
     * @param firstWord the id of the most frequent word; the ids below it are signs and letters
     * @param version the version of the distillation
     * @param background the distribution of the cosines between unrelated texts, if it is known
     */
    record Distilled(String name, int dimension, SentenceTransformer teacher, int pieces, int firstWord, int version,
            Optional<CosineDistribution> background) implements WordVectors {

        @Override
        public String checksum() {
            return teacher.checksum() + "-words" + version + "-" + dimension;
        }

        @Override
        public Set<String> languages() {
            return teacher.languages();
        }
    }

    /**
     * A table with a vector for each token of a tokenizer.
     *
     * @param weights the file of the table, in the format safetensors
     * @param tensor the name of the table in it
     * @param tokenizer the tokenizer as JSON
     * @param skipsUnknown whether text without a token is left out, instead of having the vector of the unknown token
     */
    record TokenTable(Path weights, String tensor, Path tokenizer, boolean skipsUnknown) {}

    /**
     * Vectors from a directory of model2vec, or of a static model of sentence-transformers.
     *
     * @param name the name in commands, manifests and results
     * @param dimension the number of floats in a vector
     * @param checksum SHA-256 of all files that matter
     * @param place the name for {@code --model}
     * @param table the table of vectors
     * @param languages the languages that it was made for, as ISO 639-1 codes; empty if they are not known
     */
    record InDirectory(String name, int dimension, String checksum, String place, TokenTable table,
            Set<String> languages) implements WordVectors {

        @Override
        public Optional<CosineDistribution> background() {
            return Optional.empty();
        }

        @Override
        public Optional<String> location() {
            return Optional.of(place);
        }
    }

    /**
     * Vectors from a text file in the format of GloVe or word2vec: a word and its numbers on each line, frequent words
     * first.
     *
     * @param name {@code words:} and the file
     * @param dimension the count of numbers on a line
     * @param checksum SHA-256 of the file
     * @param file the file
     */
    record InFile(String name, int dimension, String checksum, Path file) implements WordVectors {

        @Override
        public Optional<CosineDistribution> background() {
            return Optional.empty();
        }

        @Override
        public Optional<String> location() {
            return Optional.of(name);
        }

        /** A file of word vectors does not say which languages it is for. */
        @Override
        public Set<String> languages() {
            return Set.of();
        }
    }
}
