package dev.qorpus.web.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.search.Search;
import dev.qorpus.web.serve.judge.Judgments;
import dev.qorpus.web.serve.judge.UnansweredQuestions;

/**
 * Access to the corpus itself, not to its index, and to what is written about it.
 *
 * @param check checks the corpus of a published state; may take long
 * @param judged the folders with judged questions about the corpus
 * @param feedback what people may write
 */
public record CorpusAccess(Function<Search, CheckReport> check, Function<Search, List<Path>> judged,
        Feedback feedback) {

    /** Access to a corpus about which nothing is written. */
    public CorpusAccess(Function<Search, CheckReport> check, Function<Search, List<Path>> judged) {
        this(check, judged, new Feedback(null, null));
    }

    /**
     * What people may write by HTTP, each null unless the server was started for it.
     *
     * @param judgments how well entries answer questions
     * @param unanswered questions that got no likely answer
     */
    public record Feedback(@Nullable Judgments judgments, @Nullable UnansweredQuestions unanswered) {}
}
