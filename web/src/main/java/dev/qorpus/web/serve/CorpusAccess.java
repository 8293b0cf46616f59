package dev.qorpus.web.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.search.Search;

/**
 * Reads of the corpus itself, not of its index.
 *
 * @param check checks the corpus of a published state; may take long
 * @param judged the folders with judged questions about the corpus
 */
public record CorpusAccess(Function<Search, CheckReport> check, Function<Search, List<Path>> judged) {}
