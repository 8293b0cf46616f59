package dev.qorpus.web.json.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.evaluate.EvaluationRun;
import dev.qorpus.search.evaluate.EvaluationRun.ModeRun;
import dev.qorpus.search.evaluate.EvaluationRun.QuestionRun;
import dev.qorpus.web.json.Json;

/** Reads evaluations that were printed as JSON, by this version or another. */
public final class EvaluationFile {

    /** The figures that are compared. Other versions may lack some. */
    private static final List<String> FIGURES = List.of("ndcg@10", "mrr@10", "hit@1", "hit@5", "recall@10",
            "recall@100", "refused", "wronglyRefused", "calibrationError", "p50Millis");

    private EvaluationFile() {}

    /**
     * The evaluation in a file.
     *
     * @throws CorpusException if it cannot be read, or holds none
     */
    public static EvaluationRun read(Path file) {
        try {
            return of(Json.parse(Files.readAllBytes(file)), file.toString());
        } catch (IOException | JacksonException e) {
            throw new CorpusException(file.toString(),
                    "cannot be read as JSON; give what 'qorpus eval COLLECTION --json' printed");
        }
    }

    /** The same of an evaluation that was just made. */
    public static EvaluationRun of(EvaluationView evaluation) {
        return of(Json.parse(Json.bytes(evaluation)), evaluation.collection());
    }

    private static EvaluationRun of(JsonNode evaluation, String place) {
        if (!evaluation.path("modes").isObject() || !evaluation.path("perQuery").isArray()) {
            throw new CorpusException(place,
                    "holds no evaluation of a judged collection; give what 'qorpus eval COLLECTION --json' printed");
        }
        Map<String, ModeRun> modes = new LinkedHashMap<>();
        evaluation.path("modes").forEachEntry((name, figures) -> modes.put(name, new ModeRun(figures(figures),
                new LinkedHashMap<>())));
        Map<String, String> questions = new LinkedHashMap<>();
        for (JsonNode asked : evaluation.path("perQuery")) {
            String id = asked.path("query").asString("");
            questions.put(id, asked.path("text").asString(""));
            modes.forEach((name, mode) -> {
                JsonNode ndcg = asked.path("ndcg@10").path(name);
                if (ndcg.isNumber()) {
                    mode.outcomes().put(id, new QuestionRun(ndcg.asDouble(), asked.path("rank").path(name).asInt(0)));
                }
            });
        }
        return new EvaluationRun(evaluation.path("collection").asString(""), questions, modes);
    }

    private static Map<String, Double> figures(JsonNode mode) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String name : FIGURES) {
            JsonNode figure = mode.path(name);
            if (figure.isNumber()) {
                figures.put(name, figure.asDouble());
            }
        }
        return figures;
    }
}
