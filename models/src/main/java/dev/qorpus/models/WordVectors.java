package dev.qorpus.models;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Static word vectors. The vector of a text is the weighted mean of its words' vectors, whatever their order. */
public sealed interface WordVectors extends ModelSpec {

    /** The part of {@code --model}'s argument before a file, or before a directory whose model is distilled. */
    String PREFIX = "words:";

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

        @Override
        public Optional<String> location() {
            return teacher.location().map(place -> PREFIX + place);
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

    /** How a file holds its vectors. */
    enum Layout {
        /** A word and its numbers on each line: fastText's {@code .vec}, GloVe, word2vec's text format. */
        TEXT,
        /** A word, a blank and 32-bit floats: word2vec's binary format. */
        BINARY
    }

    /**
     * Vectors from a file of fastText, GloVe or word2vec, frequent words first.
     *
     * @param name {@code words:} and the file
     * @param dimension the count of numbers of a word
     * @param checksum SHA-256 of the file
     * @param file the file, which may be compressed with gzip
     * @param layout how it holds the vectors
     * @param languages the language in the file's name, as an ISO 639-1 code; empty if there is none
     */
    record InFile(String name, int dimension, String checksum, Path file, Layout layout, Set<String> languages)
            implements
                WordVectors {

        /** The first byte of a file that is compressed with gzip. */
        private static final int GZIP = 0x1f;

        @Override
        public Optional<CosineDistribution> background() {
            return Optional.empty();
        }

        @Override
        public Optional<String> location() {
            return Optional.of(name);
        }

        /** Opens a file of word vectors, decompressed. */
        public static InputStream open(Path file) throws IOException {
            BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.mark(1);
            int first = in.read();
            in.reset();
            return first == GZIP ? new GZIPInputStream(in, 1 << 16) : in;
        }
    }
}
