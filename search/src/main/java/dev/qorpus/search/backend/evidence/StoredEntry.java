package dev.qorpus.search.backend.evidence;

import java.util.List;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.Passage;

/** An entry as the index keeps it, with the passages of its answer. */
public record StoredEntry(Entry entry, List<Passage> passages) {}
