package dev.qorpus.web.json.judge;

/**
 * What became of a question that someone asked.
 *
 * @param answered whether something here is likely to answer it; then it is not listed
 */
public record AskedView(boolean answered) {}
