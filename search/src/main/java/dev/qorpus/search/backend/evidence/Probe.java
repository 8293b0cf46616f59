package dev.qorpus.search.backend.evidence;

import java.util.Optional;
import java.util.function.Supplier;

import dev.qorpus.search.backend.lookup.AskedText;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.backend.lookup.VectorScore;

/** One part of a question that is compared with an index. */
public sealed interface Probe {

    /** Whether the best entries of this probe are candidates; if not, it only scores those of the others. */
    boolean proposes();

    /**
     * Compares words.
     *
     * @param model how
     * @param text the question; no operator is known
     */
    record Words(LexicalModel model, AskedText text, boolean proposes) implements Probe {

        /** Compares a text without words beside. */
        public Words(LexicalModel model, String text, boolean proposes) {
            this(model, AskedText.of(text), proposes);
        }
    }

    /**
     * Compares a vector.
     *
     * @param space the vector space, one of the manifest's
     * @param vector of length 1, waited for when it is needed; nothing if there is none, and then the probe has no
     *        evidence
     * @param score which entries are the best
     */
    record Vector(String space, Supplier<Optional<float[]>> vector, VectorScore score, boolean proposes)
            implements
                Probe {}
}
