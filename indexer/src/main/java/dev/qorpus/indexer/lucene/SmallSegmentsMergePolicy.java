package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * Merges segments that are too small for an HNSW graph, if a scan of all of them takes long. Merging a million entries takes
 * minutes; embedding them takes hours.
 */
final class SmallSegmentsMergePolicy extends FilterMergePolicy {

    /** So many documents in small segments are scanned in a few milliseconds. */
    private static final int MANY = 200_000;
    /** The documents of a merged segment. Its graph is built in memory. */
    private static final int LARGEST = 1_000_000;

    private final int small;
    private final int many;
    private final Runnable optimizing;

    private SmallSegmentsMergePolicy(MergePolicy others, int small, int many, Runnable optimizing) {
        super(others);
        this.small = small;
        this.many = many;
        this.optimizing = optimizing;
    }

    /**
     * Waits for running merges, and merges small segments if they have many documents.
     *
     * @param small a segment with fewer documents has no graph
     * @param optimizing called before work that may take minutes, possibly more than once
     * @return whether there is something to commit
     */
    static boolean merge(IndexWriter writer, int small, Runnable optimizing) throws IOException {
        return merge(writer, small, MANY, optimizing);
    }

    static boolean merge(IndexWriter writer, int small, int many, Runnable optimizing) throws IOException {
        if (writer.getDocStats().maxDoc <= many) {
            return false;
        }
        if (writer.hasPendingMerges()) {
            optimizing.run();
        }
        if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler scheduler) {
            scheduler.sync();
        }
        MergePolicy usual = writer.getConfig().getMergePolicy();
        writer.getConfig().setMergePolicy(new SmallSegmentsMergePolicy(usual, small, many, optimizing));
        try {
            writer.forceMerge(1);
        } finally {
            writer.getConfig().setMergePolicy(usual);
        }
        return writer.hasUncommittedChanges();
    }

    @Override
    public @Nullable MergeSpecification findForcedMerges(SegmentInfos segments, int most,
            Map<SegmentCommitInfo, Boolean> wanted, MergeContext context) {
        List<SegmentCommitInfo> found = new ArrayList<>();
        long documents = 0;
        for (SegmentCommitInfo segment : segments) {
            if (segment.info.maxDoc() < small && !context.getMergingSegments().contains(segment)) {
                found.add(segment);
                documents += segment.info.maxDoc();
            }
        }
        if (documents <= many) {
            return null;
        }
        optimizing.run();
        return groups(found);
    }

    private static MergeSpecification groups(List<SegmentCommitInfo> segments) {
        MergeSpecification groups = new MergeSpecification();
        List<SegmentCommitInfo> group = new ArrayList<>();
        long documents = 0;
        for (SegmentCommitInfo segment : segments) {
            group.add(segment);
            documents += segment.info.maxDoc();
            if (documents >= LARGEST) {
                groups.add(new OneMerge(group));
                group = new ArrayList<>();
                documents = 0;
            }
        }
        if (group.size() > 1) {
            groups.add(new OneMerge(group));
        }
        return groups;
    }
}
