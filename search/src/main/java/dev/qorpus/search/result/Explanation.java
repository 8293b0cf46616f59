package dev.qorpus.search.result;

import java.util.List;

import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.retrieve.Correction;

/**
 * How a hit's score came about.
 *
 * @param fusion how the parts were made
 * @param score their sum
 * @param prior how much the entry counts beside a question that is as near, from 0 to 1: less for a section among
 *        questions; the parts contain it
 * @param parts one for each retriever
 * @param terms what each term added to the lexical part's raw score; they add up to it
 * @param corrections of the question's words that were made before
 * @param alignment for each word that says what the question is about, the nearest word of the entry, in the order of the
 *        question; empty without late interaction
 */
public record Explanation(String fusion, double score, double prior, List<ScorePart> parts,
        List<TermScore> terms, List<Correction> corrections, List<AlignedWord> alignment) {}
