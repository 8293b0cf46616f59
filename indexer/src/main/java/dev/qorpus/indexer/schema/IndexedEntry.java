package dev.qorpus.indexer.schema;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.Entry;

/**
 * An entry with everything that the index derives from it.
 *
 * @param entry the entry
 * @param hash the hash of the whole entry; if it does not change, the entry is not written again
 * @param passages the passages of the answer; empty if there is no answer
 * @param texts the texts that were embedded
 * @param vectors the vectors, by vector space
 */
public record IndexedEntry(Entry entry, String hash, List<Passage> passages, EmbeddedTexts texts,
        Map<String, EntryVectors> vectors) {}
