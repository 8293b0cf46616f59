package dev.qorpus.web.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.search.Search;

/**
 * What a server reads from the corpus itself, and not from the index made of it.
 *
 * @param check says what is worth mending in the corpus of a published state; may take long
 * @param judged the folders of judged questions about it
 */
public record CorpusAccess(Function<Search, CheckReport> check, Function<Search, List<Path>> judged) {}
