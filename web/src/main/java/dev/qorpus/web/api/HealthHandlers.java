package dev.qorpus.web.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.javalin.http.Context;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.json.state.HealthView;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;

/**
 * Whether the process runs, for who would restart it; whether it can answer, for who would send it questions; and both,
 * for people.
 */
record HealthHandlers(LiveSearch search, Health health) {

    void health(Context context) {
        Parameters.of(context);
        write(context, view());
    }

    void live(Context context) {
        Parameters.of(context);
        write(context, Map.of("status", "up"));
    }

    void ready(Context context) {
        Parameters.of(context);
        HealthView view = view();
        if (view.state().equals("down")) {
            Problem.of(503, view.faults().stream().map(fault -> fault.what() + "; " + fault.mend())
                    .collect(Collectors.joining(". "))).write(context);
        } else {
            write(context, view);
        }
    }

    private HealthView view() {
        Set<Fault> faults = health.faults();
        search.use(current -> {
            if (current.isLexicalOnly()) {
                faults.add(Fault.DENSE_DOWN);
            }
        });
        return HealthView.of(faults.stream().anyMatch(Fault::isFatal), views(faults));
    }

    private static List<HealthView.FaultView> views(Set<Fault> faults) {
        return faults.stream().map(fault -> new HealthView.FaultView(fault.part(), fault.what(), fault.mend()))
                .toList();
    }

    private static void write(Context context, Object view) {
        Reply.json(context.header("Cache-Control", "no-store"), view);
    }
}
