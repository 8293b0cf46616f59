package dev.qorpus.web.api.endpoint;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.evaluation.EvaluationView;
import dev.qorpus.web.json.evaluation.JudgedView;
import dev.qorpus.web.page.EvaluationPage;
import dev.qorpus.web.parameter.Parameter;
import dev.qorpus.web.serve.Evaluations;
import dev.qorpus.web.serve.Fault;

/**
 * Routes of the evaluation on judged questions.
 *
 * @param judged the folders of judged questions
 */
public record EvaluationRoutes(Function<Search, List<Path>> judged, Evaluations evaluations) {

    private static final Parameter<String> OF = Parameter.text("of",
            "The name of a folder of judged questions. Without it, the first folder.", "");
    private static final Parameter<List<String>> MODES = QueryParameters.modes(1);

    public List<Route> routes() {
        return List.of(
                Route.get("evaluation", "/api/evaluation",
                        "The quality of modes on judged questions. The first request starts the measurement.")
                        .takes(OF, MODES)
                        .answers(Response.json(JudgedView.class)).ofIndex(this::evaluation),
                Route.get("exportEvaluation", "/export/evaluation.html",
                        "The same as /api/evaluation, as one HTML file. 503 until it is measured.").takes(OF, MODES)
                        .answers(Response.download("evaluation.html")).ofIndex(this::page));
    }

    private JudgedView evaluation(Search search, Request request) {
        List<Path> folders = judged.apply(search);
        if (folders.isEmpty()) {
            return JudgedView.NONE;
        }
        refuseWordsOnly(search);
        Path folder = chosen(folders, request.get(OF));
        try {
            Evaluations.Stand stand = evaluations.of(search, JudgedCollection.read(folder), request.get(MODES));
            return JudgedView.of(names(folders), name(folder), stand.asked(), stand.toAsk(), stand.evaluation());
        } catch (CorpusException e) {
            return JudgedView.unreadable(names(folders), name(folder), withoutPath(e, folder));
        }
    }

    private String page(Search search, Request request) {
        refuseWordsOnly(search);
        Path folder = chosen(judged.apply(search), request.get(OF));
        try {
            return evaluations.of(search, JudgedCollection.read(folder), request.get(MODES)).evaluation().stream()
                    .findFirst().map(found -> EvaluationPage.html(EvaluationView.of(found)))
                    .orElseThrow(() -> ProblemException.pending("it is still being measured; ask again in a second"));
        } catch (CorpusException e) {
            throw new QueryException(withoutPath(e, folder));
        }
    }

    /** Judged questions are measured with vectors. */
    private static void refuseWordsOnly(Search search) {
        if (search.isWordsOnly()) {
            throw ProblemException.pending(Fault.VECTORS_PENDING.message());
        }
    }

    private static Path chosen(List<Path> folders, String name) {
        return folders.stream().filter(folder -> name.isEmpty() || name(folder).equals(name)).findFirst()
                .orElseThrow(() -> new QueryException("there are no judged questions '" + name + "'; allowed are "
                        + (folders.isEmpty() ? "none" : String.join(", ", names(folders)))));
    }

    private static List<String> names(List<Path> folders) {
        return folders.stream().map(EvaluationRoutes::name).toList();
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The message without paths of the machine: the file name and what is wrong. */
    private static String withoutPath(CorpusException e, Path folder) {
        return String.valueOf(e.getMessage()).replace(folder + File.separator, "").replace(folder.toString(),
                name(folder));
    }
}
