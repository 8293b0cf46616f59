package dev.qorpus.models;

import java.nio.file.Path;

/** Static vectors of words: a text's vector is the weighted mean of its words', in whatever order they stand. */
public sealed interface WordVectors extends ModelSpec {

    /** As measured with the distilled ones. Of a file nothing is known beforehand: it is taken to be alike. */
    CosineDistribution BACKGROUND = new CosineDistribution(0.39, 0.11);

    @Override
    default int maxTokens() {
        return Integer.MAX_VALUE;
    }

    /**
     * Vectors of a sentence-transformer's own word pieces, each embedded alone (as in Model2Vec, Tulkens and van
     * Dongen 2024). They are made on this machine when they are first used.
     *
     * @param name the name in commands, manifests and results
     * @param dimension length of its vectors, at most that of the teacher's
     * @param teacher the model whose word pieces these are
     * @param pieces how many there are
     * @param firstWord which of them is the most frequent word; signs and letters stand before it
     * @param version of the way they are made
     * @param background how its cosines are spread
     */
    record Distilled(String name, int dimension, SentenceTransformer teacher, int pieces, int firstWord, int version,
            CosineDistribution background) implements WordVectors {

        @Override
        public String checksum() {
            return teacher.checksum() + "-words" + version + "-" + dimension;
        }
    }

    /**
     * Vectors in a text file in the layout of GloVe or word2vec: a word and its numbers on each line, frequent words
     * first.
     *
     * @param name {@code words:} and the file
     * @param dimension numbers on a line
     * @param checksum SHA-256 of the file
     * @param file the file
     */
    record InFile(String name, int dimension, String checksum, Path file) implements WordVectors {

        @Override
        public CosineDistribution background() {
            return BACKGROUND;
        }
    }
}
