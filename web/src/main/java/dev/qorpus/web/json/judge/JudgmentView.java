package dev.qorpus.web.json.judge;

import dev.qorpus.web.serve.judge.JudgmentGrade;

/**
 * A judgment that was written.
 *
 * @param before the grade that it replaced
 * @param questions how many questions have a judgment now
 */
public record JudgmentView(String id, JudgmentGrade grade, JudgmentGrade before, int questions) {}
