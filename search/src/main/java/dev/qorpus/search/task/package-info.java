/** Work that goes on beside other work, and how it is cancelled. */
@NullMarked
package dev.qorpus.search.task;

import org.jspecify.annotations.NullMarked;
