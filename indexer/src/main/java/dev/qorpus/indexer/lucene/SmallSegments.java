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
 * Brings segments that are too small for a graph of vectors together, once there is so much in them that scanning them
 * takes long. Merging a million entries takes minutes, embedding them hours.
 */
final class SmallSegments extends FilterMergePolicy {

    /** Documents of small segments that are scanned in some milliseconds. */
    private static final int MANY = 200_000;
    /** Documents of a segment made here: its graphs are built in memory. */
    private static final int LARGEST = 1_000_000;

    private final int small;
    private final int many;
    private final Runnable begun;

    private SmallSegments(MergePolicy others, int small, int many, Runnable begun) {
        super(others);
        this.small = small;
        this.many = many;
        this.begun = begun;
    }

    /**
     * Waits for merges that are under way, and merges what is still in small segments if that is much.
     *
     * @param small a segment of fewer documents has no graph
     * @param begun called before what may take minutes, perhaps more than once
     * @return whether anything was merged; to be committed
     */
    static boolean merge(IndexWriter writer, int small, Runnable begun) throws IOException {
        return merge(writer, small, MANY, begun);
    }

    static boolean merge(IndexWriter writer, int small, int many, Runnable begun) throws IOException {
        if (writer.getDocStats().maxDoc <= many) {
            return false;
        }
        if (writer.hasPendingMerges()) {
            begun.run();
        }
        if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler scheduler) {
            scheduler.sync();
        }
        MergePolicy usual = writer.getConfig().getMergePolicy();
        writer.getConfig().setMergePolicy(new SmallSegments(usual, small, many, begun));
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
        begun.run();
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
