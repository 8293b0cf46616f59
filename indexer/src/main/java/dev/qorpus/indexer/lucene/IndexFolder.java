package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexSchema;

/** Opens the folder of an index for writing, and refuses a folder that holds anything else. */
final class IndexFolder {

    private static final Pattern OWN_FILES = Pattern
            .compile("segments_.*|_.*|write\\.lock|pending_segments_.*|" + UnpublishedVectors.FOLDER
                    + "|" + Pattern.quote(IndexSchema.SERVER_NOTE) + ".*|"
                    + Pattern.quote(IndexSchema.UNANSWERED_NOTE) + ".*");

    private IndexFolder() {}

    /**
     * Opens the folder, and holds its lock until the writer is closed.
     *
     * @param rebuild whether the run writes everything: then a damaged index is deleted
     * @throws IndexException if the folder holds other files or an index that cannot be read
     * @throws LockObtainFailedException if another process writes
     */
    static IndexWriter open(Path folder, boolean rebuild) throws IOException {
        refuseOtherFiles(folder);
        String address = folder.toString();
        Directory directory = FSDirectory.open(Files.createDirectories(folder));
        if (rebuild) {
            deleteIfDamaged(address, directory);
        }
        return writer(address, directory);
    }

    private static IndexWriter writer(String address, Directory directory) throws IOException {
        try {
            return new IndexWriter(directory, WriterSettings.config());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // Says so if the index is damaged.
            LastCommit.open(address, directory).close();
            throw e;
        }
    }

    private static void deleteIfDamaged(String address, Directory directory) throws IOException {
        try (DirectoryReader reader = IndexCommits.open(address, directory).orElse(null)) {
            if (reader != null) {
                IndexCommits.manifest(address, reader);
            }
        } catch (IndexException e) {
            for (String file : directory.listAll()) {
                if (!Set.of(IndexWriter.WRITE_LOCK_NAME, UnpublishedVectors.FOLDER).contains(file)
                        && !file.startsWith(IndexSchema.SERVER_NOTE)
                        && !file.startsWith(IndexSchema.UNANSWERED_NOTE)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static void refuseOtherFiles(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IndexException(folder.toString(), "is a file; name a folder with --index");
        }
        try (var files = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            boolean foreign = files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> !OWN_FILES.matcher(name).matches());
            if (foreign) {
                throw new IndexException(folder.toString(),
                        "contains files that are no index; name an empty or new folder with --index");
            }
        } catch (IOException e) {
            throw new IndexException(folder.toString(), "cannot be listed; check its permissions", e);
        }
    }
}
