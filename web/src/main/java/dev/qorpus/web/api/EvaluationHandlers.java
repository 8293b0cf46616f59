package dev.qorpus.web.api;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import io.javalin.http.Context;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.json.evaluation.EvaluationView;
import dev.qorpus.web.json.evaluation.JudgedView;
import dev.qorpus.web.page.EvaluationPage;
import dev.qorpus.web.serve.Evaluations;

/**
 * The endpoints that measure modes on judged questions.
 *
 * @param judged the folders of such questions
 */
record EvaluationHandlers(Function<Search, List<Path>> judged, Evaluations evaluations) {

    void evaluation(Search search, Context context) {
        Parameters parameters = Parameters.of(context, "of", "modes");
        List<Path> folders = judged.apply(search);
        if (folders.isEmpty()) {
            Reply.json(context, JudgedView.NONE);
            return;
        }
        Path folder = chosen(folders, parameters.text("of", ""));
        try {
            Evaluations.Stand stand = evaluations.of(search, JudgedCollection.read(folder), parameters.modes());
            Reply.json(context, JudgedView.of(names(folders), name(folder), stand.asked(), stand.toAsk(),
                    stand.evaluation()));
        } catch (CorpusException e) {
            Reply.json(context, JudgedView.unreadable(names(folders), name(folder), withoutPath(e, folder)));
        }
    }

    void page(Search search, Context context) {
        Parameters parameters = Parameters.of(context, "of", "modes");
        Path folder = chosen(judged.apply(search), parameters.text("of", ""));
        try {
            evaluations.of(search, JudgedCollection.read(folder), parameters.modes()).evaluation().stream().findFirst()
                    .ifPresentOrElse(
                            found -> Reply.download(context, "evaluation.html",
                                    EvaluationPage.html(EvaluationView.of(found))),
                            () -> Reply.later(context, "it is still being measured; ask again in a second"));
        } catch (CorpusException e) {
            throw new QueryException(withoutPath(e, folder));
        }
    }

    private static Path chosen(List<Path> folders, String name) {
        return folders.stream().filter(folder -> name.isEmpty() || name(folder).equals(name)).findFirst()
                .orElseThrow(() -> new QueryException("there are no judged questions '" + name + "'; allowed are "
                        + (folders.isEmpty() ? "none" : String.join(", ", names(folders)))));
    }

    private static List<String> names(List<Path> folders) {
        return folders.stream().map(EvaluationHandlers::name).toList();
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** What a reader of the page may know: the file and what is wrong in it. */
    private static String withoutPath(CorpusException e, Path folder) {
        return String.valueOf(e.getMessage()).replace(folder + File.separator, "").replace(folder.toString(),
                name(folder));
    }
}
