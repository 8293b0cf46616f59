package dev.qorpus.web.json;

import java.util.List;

import dev.qorpus.search.browse.Completion;

/** Completions of a text that is being typed, best first. */
public record SuggestView(String query, double tookMillis, List<Completion> completions) {

    /** The view of completions. */
    public static SuggestView of(String query, long nanos, List<Completion> completions) {
        return new SuggestView(query, Rounded.to(nanos / 1e6, 2), completions);
    }
}
