package dev.qorpus.web.cli.option;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.rerank.Reranker;
import dev.qorpus.web.assembly.RerankerChoice;

/** Which cross-encoder reads the best candidates of hybrid mode. */
public final class RerankOptions {

    @Option(names = "--rerank", paramLabel = "DIR", description = "A cross-encoder in ONNX that reads the best candidates of hybrid mode.")
    @Nullable
    String model;

    @Option(names = "--rerank-top", paramLabel = "N", description = "How many candidates it reads (default: ${DEFAULT-VALUE}).")
    int candidates = Reranker.DEFAULT_CANDIDATES;

    @Option(names = "--rerank-time", paramLabel = "MS", description = "How long it reads at most, in milliseconds; 0 for no limit (default: 500; eval: 0).")
    @Nullable
    Integer millis;

    /** Whether a cross-encoder is named. */
    public boolean isNamed() {
        return model != null;
    }

    /** The cross-encoder as chosen. */
    public RerankerChoice reranker() {
        return reranker(Reranker.DEFAULT_LIMIT);
    }

    /** The cross-encoder as chosen, without a limit unless one is named: a measurement must not depend on the machine. */
    public RerankerChoice patientReranker() {
        return reranker(Duration.ZERO);
    }

    private RerankerChoice reranker(Duration otherwise) {
        if (candidates < 1 || candidates > Reranker.MOST_CANDIDATES) {
            throw new QueryException("--rerank-top is " + candidates + "; allowed is 1 to " + Reranker.MOST_CANDIDATES);
        }
        if (millis != null && millis < 0) {
            throw new QueryException("--rerank-time is " + millis + "; allowed is 0, for no limit, or more");
        }
        return new RerankerChoice(model, candidates, millis == null ? otherwise : Duration.ofMillis(millis));
    }
}
