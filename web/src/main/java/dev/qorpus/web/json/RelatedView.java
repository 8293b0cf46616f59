package dev.qorpus.web.json;

import java.util.List;

import dev.qorpus.search.result.Results;

/** The neighbours of an entry. */
public record RelatedView(String id, double tookMillis, List<HitView> hits) {

    /** The view of an entry's neighbours. */
    public static RelatedView of(String id, Results results) {
        return new RelatedView(id, Rounded.to(results.tookMillis(), 2),
                results.hits().stream().map(HitView::of).toList());
    }
}
