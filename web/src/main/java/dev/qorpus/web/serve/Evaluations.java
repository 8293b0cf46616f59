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

/** Measures modes of the published state on judged questions: each mode once, however often it is looked at. */
public final class Evaluations implements AutoCloseable {

    /** One mode on one collection: another one as soon as a judgment changes. */
    private record Rung(JudgedCollection collection, String mode) {}

    /** Several of them, side by side. */
    private record Table(JudgedCollection collection, List<String> modes) {}

    /** How far the rung is that is being measured. */
    private record Running(Rung rung, int asked) {}

    /** How far it is: so many questions asked, of so many; {@code evaluation} is empty until all are. */
    public record Stand(int asked, int toAsk, List<Evaluation> evaluation) {}

    private final PerStateCache<Rung, ModeOutcomes> rungs;
    private final PerStateCache<Table, Evaluation> tables;
    private volatile Running running = new Running(new Rung(new JudgedCollection("", List.of(), Map.of()), ""), 0);

    public Evaluations(LiveSearch live) {
        this.rungs = new PerStateCache<>(live, "evaluation", this::measure);
        this.tables = new PerStateCache<>(live, "significance", this::compare);
    }

    /**
     * How far it is with these modes, and what was found. Begins if need be.
     *
     * @throws QueryException if there is no such mode, or too many
     */
    public Stand of(Search search, JudgedCollection collection, List<String> modes) {
        check(search, modes);
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
        // A failure of one of them is told here.
        measured.forEach(Evaluations::value);
        CompletableFuture<Evaluation> table = tables.of(search, new Table(collection, List.copyOf(modes)));
        return new Stand(toAsk, toAsk, table.isDone() ? List.of(value(table)) : List.of());
    }

    private static void check(Search search, List<String> modes) {
        if (modes.size() > Compare.MAX_MODES || new HashSet<>(modes).size() < modes.size()) {
            throw new QueryException("modes are '" + String.join(",", modes) + "'; allowed are 1 to "
                    + Compare.MAX_MODES + " different ones of " + String.join(", ", search.modes()));
        }
        // There is none of a mode that is not there.
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
