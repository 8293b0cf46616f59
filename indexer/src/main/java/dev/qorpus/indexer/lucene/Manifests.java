package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.ManifestJson;

/** The manifest in a Lucene commit's user data. */
public final class Manifests {

    private static final String KEY = "qorpus.manifest";

    private Manifests() {}

    static Map<String, String> userData(IndexManifest manifest) {
        return Map.of(KEY, ManifestJson.of(manifest));
    }

    /**
     * The manifest of an open reader's commit.
     *
     * @throws IndexException if it is absent, or its schema is another
     */
    public static IndexManifest of(String address, DirectoryReader reader) throws IOException {
        String json = reader.getIndexCommit().getUserData().get(KEY);
        if (json == null) {
            throw new IndexException(address,
                    "a Lucene index that Qorpus did not make; name another folder with --index");
        }
        return ManifestJson.read(address, json);
    }

    /**
     * Opens the last published state of an index.
     *
     * @return nothing if the folder holds no index
     * @throws IndexException if what it holds cannot be read
     */
    public static Optional<DirectoryReader> open(String address, Directory directory) {
        try {
            return DirectoryReader.indexExists(directory)
                    ? Optional.of(DirectoryReader.open(directory))
                    : Optional.empty();
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new IndexException(address,
                    "was written by another version of Lucene; make it anew: qorpus index --rebuild", e);
        } catch (IOException e) {
            throw new IndexException(address, "is damaged (" + e.getClass().getSimpleName()
                    + "); make it anew: qorpus index --rebuild", e);
        }
    }
}
