package dev.qorpus.search.lucene;

import java.nio.file.Path;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendContract;

/** The contract again, with graphs instead of scans, as a large index has them. */
class LuceneGraphBackendTest extends BackendContract {

    @Override
    protected EntrySink sink(Path home) {
        return LuceneSink.open(home.resolve("index"));
    }

    @Override
    protected Backend open(Path home) {
        return LuceneBackend.open(home.resolve("index"), 0);
    }
}
