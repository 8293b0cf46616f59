package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.web.assembly.IndexAddress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a published index holds, as a reader finds it: equal for equal content, whatever happened before.
 *
 * @param digest the manifest's
 * @param counts the manifest's
 * @param values the manifest's
 * @param entries as they are shown
 * @param vectors of each entry, written out
 */
record Content(String digest, IndexManifest.Counts counts, SortedMap<String, SortedMap<String, Integer>> values,
        Map<EntryId, StoredEntry> entries, Map<EntryId, String> vectors) {

    /** The ids in an index that no process writes. */
    static Set<EntryId> ids(Path index) {
        try (EntrySink sink = new IndexAddress(index.toString()).sink(false)) {
            Set<EntryId> ids = new TreeSet<>();
            sink.files().forEach(file -> ids.addAll(file.hashes().keySet()));
            return ids;
        }
    }

    /**
     * Reads an index without touching it, and checks that it is whole.
     *
     * @param ids all that may be in it
     * @return nothing if none is published there
     */
    static Optional<Content> of(Path index, Set<EntryId> ids) {
        try (Backend backend = new IndexAddress(index.toString()).backend()) {
            Map<EntryId, StoredEntry> entries = new TreeMap<>(backend.entries(ids));
            Map<EntryId, String> vectors = new TreeMap<>();
            String space = backend.manifest().spaces().getFirst();
            for (EntryId id : entries.keySet()) {
                EntryVectors found = backend.vectors(space, id).orElseThrow();
                assertThat(found.passages().length).isEqualTo(entries.get(id).passages().size());
                vectors.put(id, Arrays.toString(found.question()) + Arrays.deepToString(found.passages()));
            }
            IndexManifest manifest = backend.manifest();
            assertThat(entries).hasSize(manifest.counts().entries());
            return Optional.of(new Content(manifest.digest(), manifest.counts(), manifest.values(), entries, vectors));
        } catch (IndexException e) {
            assertThat(e).hasMessageContaining("no index there");
            return Optional.empty();
        }
    }

    /** The names of what lies in the folder of an index, apart from the engine's files. */
    static List<String> leftovers(Path index) {
        String[] names = index.toFile().list((folder, name) -> !name.matches("segments_.*|_.*\\..*|write\\.lock"));
        return names == null ? List.of() : List.of(names);
    }
}
