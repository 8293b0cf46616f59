package dev.qorpus.web.json.judge;

import org.jspecify.annotations.Nullable;

/**
 * What to forget.
 *
 * @param q the question; null for all
 */
public record ForgetBody(@Nullable String q) {}
