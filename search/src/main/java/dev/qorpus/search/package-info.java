/** From a question to ranked, explained hits: the facade over retrievers and fusion. */
@NullMarked
package dev.qorpus.search;

import org.jspecify.annotations.NullMarked;
