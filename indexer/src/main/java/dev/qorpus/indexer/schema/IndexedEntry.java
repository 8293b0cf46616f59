package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.Entry;

/**
 * An entry with all that is derived from it.
 *
 * @param entry the entry
 * @param hash of everything in the entry: equal hashes need no new write
 * @param passages pieces of its answer, none if it has no answer
 * @param texts what was embedded: the question's and each passage's
 * @param vectors by vector space, that is, by model
 */
public record IndexedEntry(Entry entry, String hash, List<Passage> passages, EmbeddedTexts texts,
        Map<String, EntryVectors> vectors) {}
