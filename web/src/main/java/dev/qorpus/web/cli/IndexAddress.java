package dev.qorpus.web.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.lucene.LuceneBackend;

/** Where an index is: the one place that knows which engine an address means. */
record IndexAddress(String address) {

    EntrySink sink(boolean anew) {
        return LuceneSink.open(folder(), anew);
    }

    Backend backend() {
        return LuceneBackend.open(folder());
    }

    private Path folder() {
        try {
            return Path.of(address);
        } catch (InvalidPathException e) {
            throw new IndexException(address, "not a folder's name; name a folder with --index", e);
        }
    }
}
