package dev.qorpus.models.directory;

import java.io.IOException;
import java.util.Optional;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSource;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.WordVectors;
import dev.qorpus.models.directory.file.DirectoryFiles;
import dev.qorpus.models.directory.file.ModelLocation;

/** Reads what a directory says of the model in it. Weights are read only for their checksum. */
public final class ModelDirectory {

    private ModelDirectory() {}

    /** The pieces that are distilled at most: further ones are rare, and each takes as long as a short text. */
    private static final int MOST_PIECES = 60_000;
    /** The dimensions that are kept, as in the word vectors of the catalogue. */
    private static final int WORD_DIMENSIONS = 256;
    private static final int VERSION = 1;

    /**
     * Describes the word vectors that are distilled from the sentence-transformer in a directory: one for each of its
     * word pieces.
     *
     * @param location as for {@link #read}
     * @throws ModelException as for {@link #read}, or if the directory holds static vectors, which need no distillation
     */
    public static WordVectors.Distilled words(String location) {
        if (!(read(location) instanceof SentenceTransformer teacher)
                || !(teacher.source() instanceof ModelSource.Directory source)) {
            throw new ModelException("'" + location + "'",
                    "holds static vectors already; name it without 'words:' before it");
        }
        try {
            TokenVocabulary vocabulary = TokenVocabulary.read(source.tokenizer());
            int pieces = Math.min(vocabulary.size(), MOST_PIECES);
            if (pieces < 2) {
                throw new ModelException("'" + location + "'", "its tokenizer.json has no vocabulary; fetch it again");
            }
            // There are at most as many components as pieces.
            int dimension = Math.min(Math.min(WORD_DIMENSIONS, teacher.dimension()), pieces);
            return new WordVectors.Distilled(teacher.name() + "-words", dimension, teacher, pieces,
                    Math.min(vocabulary.firstWord(), pieces - 1), VERSION, Optional.empty());
        } catch (IOException e) {
            throw new DirectoryFiles(source.tokenizer().resolveSibling(".").normalize()).unreadable("tokenizer.json",
                    e);
        }
    }

    /**
     * Describes the model in a directory: a sentence-transformer in ONNX, or static vectors.
     *
     * @param location {@code DIR}; {@code words:DIR} for {@link #words}; or {@code DIR/onnx/VARIANT.onnx} for one of several graphs; {@code @N} behind either
     *        keeps the first N dimensions
     * @throws ModelException if the directory is missing, incomplete, damaged or of another kind; the message says in
     *         one line what was found, what was looked for and what to do
     */
    public static ModelSpec read(String location) {
        if (location.startsWith(WordVectors.PREFIX)) {
            return words(location.substring(WordVectors.PREFIX.length()));
        }
        ModelLocation place = ModelLocation.of(location);
        DirectoryFiles files = new DirectoryFiles(place.root());
        return StaticLayout.of(files, place).<ModelSpec>map(StaticLayout::read)
                .orElseGet(() -> new TransformerLayout(files, place, ModuleList.read(files)).read());
    }
}
