/** Work that several threads share. */
@NullMarked
package dev.qorpus.models.task;

import org.jspecify.annotations.NullMarked;
