/**
 * The stages of a question over one context: correct, retrieve, fuse, calibrate, assemble hits. Each stage is timed, can be
 * cancelled, and is run in one place.
 */
@NullMarked
package dev.qorpus.search.pipeline;

import org.jspecify.annotations.NullMarked;
