package dev.qorpus.models.directory;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.ModelSpec;

/** Reads what a directory says of the model in it. Weights are read only for their checksum. */
public final class ModelDirectory {

    private ModelDirectory() {}

    /**
     * Describes the model in a directory: a sentence-transformer in ONNX, or static vectors.
     *
     * @param location {@code DIR}, or {@code DIR/onnx/VARIANT.onnx} for one of several graphs; {@code @N} behind either
     *        keeps the first N dimensions
     * @throws ModelException if the directory is missing, incomplete, damaged or of another kind; the message says in
     *         one line what was found, what was looked for and what to do
     */
    public static ModelSpec read(String location) {
        ModelLocation place = ModelLocation.of(location);
        DirectoryFiles files = new DirectoryFiles(place.root());
        return StaticLayout.of(files, place).<ModelSpec>map(StaticLayout::read)
                .orElseGet(() -> new TransformerLayout(files, place, ModuleList.read(files)).read());
    }
}
