package dev.qorpus.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.QueryException;
import dev.qorpus.search.Search;
import dev.qorpus.search.SearchSettings;
import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Evaluator;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.web.json.EvaluationView;

@Command(name = "eval", description = "Measure the modes on a judged collection (BEIR layout).")
final class EvalCommand implements Callable<Integer> {

    /** Collections get indexes of their own, so that nobody's is replaced. */
    private static final Path INDEXES = Path.of(".qorpus-eval");

    @Parameters(paramLabel = "COLLECTION", description = "Folder with queries.jsonl, qrels.tsv and corpus.jsonl.")
    Path collection = Path.of(".");

    @Option(names = "--corpus", paramLabel = "FOLDER", description = "The corpus, if the collection has no corpus.jsonl.")
    @Nullable
    Path corpus;

    @Option(names = "--modes", split = ",", paramLabel = "MODE", defaultValue = "lexical,dense,hybrid", description = "Modes to measure (default: ${DEFAULT-VALUE}).")
    List<String> modes = new ArrayList<>();

    @Option(names = "--model", split = ",", paramLabel = "NAME", description = "Models to index with (default: minilm).")
    List<String> models = new ArrayList<>();

    @Option(names = "--lexical-weight", paramLabel = "W", description = "Share of words in hybrid mode, 0 to 1.")
    double lexicalWeight = SearchSettings.DEFAULT.lexicalWeight();

    @Option(names = "--run-out", paramLabel = "DIR", description = "Write a TREC run file for each mode there.")
    @Nullable
    Path runOut;

    @Option(names = "--index", paramLabel = "ADDRESS", description = "Index of the collection (default: in .qorpus-eval).")
    @Nullable
    String index;

    @Mixin
    JsonOption json = new JsonOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(lexicalWeight >= 0 && lexicalWeight <= 1)) {
            throw new QueryException("lexical weight is " + lexicalWeight + "; allowed is 0 to 1");
        }
        Console console = Console.of(spec);
        JudgedCollection judged = JudgedCollection.read(collection);
        String address = index != null ? index : INDEXES.resolve(judged.name()).toString();
        try (Session session = new Session(new IndexAddress(address))) {
            session.index(List.of(source(judged)), models, false, console);
            Search search = session.search(new SearchSettings(lexicalWeight, SearchSettings.DEFAULT.depth()));
            Evaluation evaluation = new Evaluator(search).run(judged, modes);
            writeRuns(evaluation);
            json.print(console, evaluation, EvaluationView::of, EvalCommand::text);
        }
        return 0;
    }

    private Path source(JudgedCollection judged) {
        if (corpus != null) {
            return corpus;
        }
        if (!Files.isRegularFile(judged.corpusFile())) {
            throw new CorpusException(collection.toString(),
                    "no corpus.jsonl in it; name the judged corpus with --corpus FOLDER");
        }
        return judged.corpusFile();
    }

    private static String text(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(evaluation.collection() + ": " + evaluation.queries() + " questions, " + evaluation.unanswerable()
                + " unanswerable");
        lines.add("mode       nDCG@10   MRR@10    hit@1    hit@5  rec@10  rec@100  refused  wrongly  p50 ms");
        evaluation.modes().forEach((mode, figures) -> lines.add(String.format(Locale.ROOT,
                "%-10s  %.4f   %.4f   %.4f   %.4f  %.4f   %.4f   %.4f   %.4f  %6.1f", mode, figures.ndcg10(),
                figures.mrr10(), figures.hit1(), figures.hit5(), figures.recall10(), figures.recall100(),
                figures.refused(), figures.wronglyRefused(), figures.p50Millis())));
        return String.join("\n", lines);
    }

    private void writeRuns(Evaluation evaluation) {
        Path folder = runOut;
        if (folder == null) {
            return;
        }
        evaluation.modes().forEach((mode, figures) -> {
            List<String> lines = new ArrayList<>();
            for (Evaluation.Run run : figures.runs()) {
                for (int i = 0; i < run.ids().size(); i++) {
                    lines.add(String.format(Locale.ROOT, "%s Q0 %s %d %.8f qorpus-%s", run.query(), run.ids().get(i),
                            i + 1, run.scores().get(i), mode));
                }
            }
            try {
                Files.write(Files.createDirectories(folder).resolve(evaluation.collection() + "." + mode + ".run"),
                        lines);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write run files to " + folder, e);
            }
        });
    }
}
