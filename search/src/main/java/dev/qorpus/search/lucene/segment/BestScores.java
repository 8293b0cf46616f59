package dev.qorpus.search.lucene.segment;

import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/** The best of many scores. A score at or above the threshold is among the best, or ties with the last of them. */
public final class BestScores {

    private final int depth;
    private final LongHeap best;

    /** @param depth how many */
    public BestScores(int depth) {
        this.depth = depth;
        this.best = new LongHeap(depth);
    }

    public void offer(float score) {
        long sortable = NumericUtils.floatToSortableInt(score);
        if (best.size() < depth) {
            best.push(sortable);
        } else if (sortable > best.top()) {
            best.updateTop(sortable);
        }
    }

    /** The last of them; infinite if there was none. */
    public float threshold() {
        return best.size() == 0 ? Float.POSITIVE_INFINITY : NumericUtils.sortableIntToFloat((int) best.top());
    }
}
