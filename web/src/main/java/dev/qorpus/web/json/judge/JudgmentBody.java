package dev.qorpus.web.json.judge;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.serve.judge.JudgmentGrade;

/**
 * A judgment to write.
 *
 * @param q the question
 * @param id of the entry
 * @param grade {@code none} takes a judgment back
 * @param was the grade that it has to have now; null for any
 */
public record JudgmentBody(String q, String id, JudgmentGrade grade, @Nullable JudgmentGrade was) {}
