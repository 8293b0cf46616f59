/**
 * What a corpus offers without a question: completions of what is typed, and tables of contents.
 */
@NullMarked
package dev.qorpus.search.browse;

import org.jspecify.annotations.NullMarked;
