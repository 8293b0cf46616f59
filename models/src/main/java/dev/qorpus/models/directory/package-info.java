/**
 * Models from a directory: which layout it has, what is missing in it, and what its files say about pooling, prompts,
 * layers and languages. No inference engine is named here.
 */
@NullMarked
package dev.qorpus.models.directory;

import org.jspecify.annotations.NullMarked;
