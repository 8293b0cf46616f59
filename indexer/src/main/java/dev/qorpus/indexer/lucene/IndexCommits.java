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

/** Opens the commits of an index. The manifest is in the user data of a commit. */
public final class IndexCommits {

    private static final String KEY = "qorpus.manifest";

    private IndexCommits() {}

    static Map<String, String> userData(IndexManifest manifest) {
        return Map.of(KEY, ManifestJson.write(manifest));
    }

    /**
     * The manifest of the commit that a reader has opened.
     *
     * @throws IndexException if there is no manifest, or if it has another schema version
     */
    public static IndexManifest manifest(String address, DirectoryReader reader) throws IOException {
        String json = reader.getIndexCommit().getUserData().get(KEY);
        if (json == null) {
            throw new IndexException(address,
                    "is a Lucene index that Qorpus did not make; name another folder with --index");
        }
        return ManifestJson.read(address, json);
    }

    /**
     * Opens the last commit of an index.
     *
     * @return the reader; empty if the folder has no index
     * @throws IndexException if the index cannot be read
     */
    public static Optional<DirectoryReader> open(String address, Directory directory) {
        try {
            return DirectoryReader.indexExists(directory)
                    ? Optional.of(DirectoryReader.open(directory))
                    : Optional.empty();
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new IndexException(address,
                    "was written by another version of Lucene; rebuild it: qorpus index --rebuild", e);
        } catch (IOException e) {
            throw new IndexException(address, "is damaged (" + e.getClass().getSimpleName()
                    + "); rebuild it: qorpus index --rebuild", e);
        }
    }
}
