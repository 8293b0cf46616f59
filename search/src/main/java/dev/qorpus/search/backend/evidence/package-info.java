/**
 * One request for all that ranking needs to know of a question, and the evidence that answers it. Engines decide what of
 * it runs at once; nothing here ranks across probes.
 */
@NullMarked
package dev.qorpus.search.backend.evidence;

import org.jspecify.annotations.NullMarked;
