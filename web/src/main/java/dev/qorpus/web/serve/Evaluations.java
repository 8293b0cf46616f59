package dev.qorpus.web.serve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.search.Search;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Evaluator;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.ModeOutcomes;
import dev.qorpus.search.query.QueryException;

/**
 * Evaluates modes of the published state on judged questions. Each mode is evaluated once, and cached until the
 * judgments change.
 */
public final class Evaluations implements AutoCloseable {

    /** One mode on one collection, with the digest of its judgments. */
    private record Rung(JudgedCollection collection, String mode) {}

    /** Several modes on one collection. */
    private record Table(JudgedCollection collection, List<String> modes) {}

    /** The progress of the mode that is being evaluated. */
    private record Running(Rung rung, int asked) {}

    /** The progress: questions asked, and questions in all. {@code evaluation} is empty until all are asked. */
    public record Stand(int asked, int toAsk, List<Evaluation> evaluation) {}

    private final PerStateCache<Rung, ModeOutcomes> rungs;
    private final PerStateCache<Table, Evaluation> tables;
    private volatile Running running = new Running(new Rung(new JudgedCollection("", List.of(), Map.of()), ""), 0);

    public Evaluations(LiveSearch live) {
        this.rungs = new PerStateCache<>(live, "evaluation", this::measure);
        this.tables = new PerStateCache<>(live, "significance", this::compare);
    }

    /**
     * The progress and results of some modes. Starts the evaluation if needed.
     *
     * @throws QueryException if there is no such mode, or too many
     */
    public Stand of(Search search, JudgedCollection collection, List<String> modes) {
        check(search, modes);
        forgetEarlier(collection);
        List<Rung> wanted = modes.stream().map(mode -> new Rung(collection, mode)).toList();
        List<CompletableFuture<ModeOutcomes>> measured = new ArrayList<>();
        wanted.forEach(rung -> measured.add(rungs.of(search, rung)));
        int each = collection.queries().size();
        int toAsk = each * wanted.size();
        Running now = running;
        int done = Math.toIntExact(measured.stream().filter(CompletableFuture::isDone).count());
        if (done < wanted.size()) {
            boolean half = wanted.contains(now.rung()) && now.asked() < each;
            return new Stand(done * each + (half ? now.asked() : 0), toAsk, List.of());
        }
        // A failure of a mode is thrown here.
        measured.forEach(Evaluations::value);
        CompletableFuture<Evaluation> table = tables.of(search, new Table(collection, List.copyOf(modes)));
        return new Stand(toAsk, toAsk, table.isDone() ? List.of(value(table)) : List.of());
    }

    /** Results of earlier judgments of the same collection are not asked for again. */
    private void forgetEarlier(JudgedCollection collection) {
        rungs.forget(rung -> isEarlier(rung.collection(), collection));
        tables.forget(table -> isEarlier(table.collection(), collection));
    }

    private static boolean isEarlier(JudgedCollection one, JudgedCollection now) {
        return one.name().equals(now.name()) && !one.equals(now);
    }

    private static void check(Search search, List<String> modes) {
        if (modes.size() > Compare.MAX_MODES || new HashSet<>(modes).size() < modes.size()) {
            throw new QueryException("modes are '" + String.join(",", modes) + "'; allowed are 1 to "
                    + Compare.MAX_MODES + " different ones of " + String.join(", ", search.modes()));
        }
        // An unknown mode is refused.
        modes.forEach(search::cost);
    }

    private static <T> T value(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private ModeOutcomes measure(Search state, Rung rung) {
        int[] asked = new int[1];
        running = new Running(rung, 0);
        return new Evaluator(state, List.of()).measure(rung.collection(), rung.mode(), () -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the server ends");
            }
            running = new Running(rung, ++asked[0]);
        });
    }

    private Evaluation compare(Search state, Table table) {
        Map<String, ModeOutcomes> measured = new LinkedHashMap<>();
        table.modes().forEach(mode -> measured.put(mode,
                value(rungs.of(state, new Rung(table.collection(), mode)))));
        return Evaluation.of(table.collection(), measured);
    }

    @Override
    public void close() {
        rungs.close();
        tables.close();
    }
}
