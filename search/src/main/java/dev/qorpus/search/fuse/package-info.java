/**
 * Two rankings to one: pure arithmetic that explains itself while it ranks.
 */
@NullMarked
package dev.qorpus.search.fuse;

import org.jspecify.annotations.NullMarked;
