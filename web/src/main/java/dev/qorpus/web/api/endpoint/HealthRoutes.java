package dev.qorpus.web.api.endpoint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.qorpus.search.LiveSearch;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.state.HealthView;
import dev.qorpus.web.json.state.LiveView;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;

/**
 * Routes of health: liveness, for process managers; readiness, for load balancers; and both, for people.
 */
public record HealthRoutes(LiveSearch search, Health health) {

    public List<Route> routes() {
        Response<HealthView> whole = Response.json(HealthView.class).uncached();
        return List.of(
                Route.get("health", "/health", "The state of the server, and its faults.").open()
                        .answers(whole).direct(request -> view()),
                Route.get("live", "/health/live", "Whether the process runs.").open()
                        .answers(Response.json(LiveView.class).uncached()).direct(request -> LiveView.UP),
                Route.get("ready", "/health/ready", "Whether the server can answer questions. 503 if it cannot.").open()
                        .fails(503).answers(whole).direct(request -> ready()));
    }

    private HealthView ready() {
        HealthView view = view();
        if (view.state().equals("down")) {
            throw new ProblemException(503, view.faults().stream().map(fault -> fault.what() + "; " + fault.mend())
                    .collect(Collectors.joining(". ")));
        }
        return view;
    }

    private HealthView view() {
        Set<Fault> faults = health.faults();
        search.use(current -> {
            if (current.isLexicalOnly() && !current.isWordsOnly()) {
                faults.add(Fault.DENSE_DOWN);
            }
        });
        return HealthView.of(faults.stream().anyMatch(Fault::isFatal), views(faults),
                health.indexing().orElse(null));
    }

    private static List<HealthView.FaultView> views(Set<Fault> faults) {
        return faults.stream().map(fault -> new HealthView.FaultView(fault.part(), fault.what(), fault.mend()))
                .toList();
    }
}
