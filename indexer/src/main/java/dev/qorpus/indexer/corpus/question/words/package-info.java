/**
 * What the words of headings, labels and answers tell: whether they ask, answer or divide. It knows words in the languages of
 * most FAQs, but no layouts.
 */
@NullMarked
package dev.qorpus.indexer.corpus.question.words;

import org.jspecify.annotations.NullMarked;
