package dev.qorpus.web.assembly;

import java.util.List;

/**
 * The models of an indexing run.
 *
 * @param names of the models, the default first; empty for those of the index
 * @param tokens whether a new index has the vectors of tokens, for late interaction
 * @param quantised whether each is replaced with its variant of 8 bits
 */
public record IndexModels(List<String> names, boolean tokens, boolean quantised) {

    /** Keeps a copy. */
    public IndexModels {
        names = List.copyOf(names);
    }

    /** The models as they are, with the vectors of tokens. */
    public static IndexModels of(List<String> names) {
        return new IndexModels(names, true, false);
    }
}
