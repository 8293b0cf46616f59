package dev.qorpus.indexer;

import dev.qorpus.indexer.corpus.CorpusReader;

/**
 * The entries of a corpus that are new or changed. The files are scanned to count them. If they do not fit into memory,
 * the files are scanned again to embed them.
 */
final class NewEntries {

    private final CorpusReader.Contents contents;
    private final PendingEntries few;
    private CorpusScan scan;

    /**
     * Scans the files.
     *
     * @param changed called when a file must be parsed, on any thread
     * @param limit the characters of new entries up to which one scan is enough
     */
    NewEntries(CorpusReader.Contents contents, PublishedFiles published, Runnable changed, long limit) {
        this.contents = contents;
        this.few = new PendingEntries(limit);
        this.scan = new CorpusScan(published, changed, few::add);
        scan.scan(contents);
    }

    /** The last scan. */
    CorpusScan scan() {
        return scan;
    }

    /** Embeds the entries. */
    void embed(EntryEmbedder embedder, Progress progress) {
        if (scan.newEntries() == 0) {
            return;
        }
        try {
            progress.start(scan.newEntries());
            if (few.all().isPresent()) {
                few.all().get().forEach(embedder::add);
            } else {
                scan = scan.rescan(embedder::add);
                scan.scan(contents);
            }
            embedder.finish();
        } finally {
            progress.end();
        }
    }
}
