/** An index of Qorpus as a source of content for LangChain4j. Nothing else of Qorpus depends on that library. */
@NullMarked
package dev.qorpus.langchain4j;

import org.jspecify.annotations.NullMarked;
