package dev.qorpus.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.EvaluationRun;
import dev.qorpus.search.evaluate.Evaluator;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.search.evaluate.RunComparison;
import dev.qorpus.search.evaluate.TrecFiles;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.assembly.IndexAddress;
import dev.qorpus.web.assembly.IndexModels;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.Choices;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.QuietOption;
import dev.qorpus.web.cli.option.RerankOptions;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.EvaluationText;
import dev.qorpus.web.cli.text.ReportText;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.json.evaluation.EvaluationFile;
import dev.qorpus.web.json.evaluation.EvaluationView;
import dev.qorpus.web.json.evaluation.ReportView;
import dev.qorpus.web.page.EvaluationPage;

@Command(name = "eval", description = "Measure the modes on a judged collection (BEIR layout).")
final class EvalCommand implements Callable<Integer> {

    /** Collections get indexes of their own, so that no other index is replaced. */
    private static final Path INDEXES = Path.of(".qorpus-eval");
    private static final Path SELF = Path.of("self");
    /** Two files of {@code --report} are compared with each other. */
    private static final int BOTH = 2;
    /** The cheap models of the ladder. */
    private static final List<String> RUNGS = List.of(Models.DEFAULT, "word-vectors");

    @Parameters(arity = "0..1", paramLabel = "COLLECTION", description = "Folder with queries.jsonl, qrels.tsv and corpus.jsonl; or self: questions made from a corpus itself.")
    @Nullable
    Path given;

    @Option(names = "--corpus", paramLabel = "FOLDER", description = "The corpus, if the collection has no corpus.jsonl.")
    @Nullable
    Path corpus;

    @Option(names = "--modes", split = ",", paramLabel = "MODE", completionCandidates = Choices.Modes.class, defaultValue = "lexical,dense,hybrid", description = "Modes to measure (default: ${DEFAULT-VALUE}).")
    List<String> modes = new ArrayList<>();

    @Option(names = "--ladder", description = "Measure every representation, from one-hot to the models, and hybrids of them.")
    boolean ladder;

    @Option(names = "--model", split = ",", paramLabel = "NAME", description = "Models to index with: names, directories, or words:FILE (default: minilm; with --ladder minilm,word-vectors).")
    List<String> models = new ArrayList<>();

    @Option(names = "--lexical-weight", paramLabel = "W", description = "Share of words in hybrid mode, 0 to 1.")
    double lexicalWeight = SearchSettings.DEFAULT.lexicalWeight();

    @Option(names = "--run-out", paramLabel = "DIR", description = "Write the judgments and a run file for each mode there, as trec_eval reads them.")
    @Nullable
    Path runOut;

    @Option(names = "--filter-by", split = ",", paramLabel = "FIELD", description = "Search only entries that have the question's value of this field, where it has one.")
    List<String> filterBy = new ArrayList<>();

    @Option(names = "--misses", description = "List every question whose first hit is wrong, with the reason.")
    boolean misses;

    @Option(names = "--report", arity = "1..2", paramLabel = "FILE", description = "Compare with an earlier run, as --json printed it; of two files, the second with the first.")
    List<Path> report = new ArrayList<>();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a report with charts there, in one file.")
    @Nullable
    Path html;

    @Option(names = "--index", paramLabel = "ADDRESS", description = "Index of the collection (default: in .qorpus-eval).")
    @Nullable
    String index;

    @Mixin
    JsonOption json = new JsonOption();
    @Mixin
    RerankOptions rerank = new RerankOptions();
    @Mixin
    QuietOption quiet = new QuietOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(lexicalWeight >= 0 && lexicalWeight <= 1)) {
            throw new QueryException("lexical weight is " + lexicalWeight + "; allowed is 0 to 1");
        }
        Console console = Main.console(spec).quietIf(quiet.quiet);
        if (given == null && report.size() == BOTH && !Files.isDirectory(report.getLast())) {
            print(console, EvaluationFile.read(report.getFirst()), EvaluationFile.read(report.getLast()));
            return 0;
        }
        Path collection = collection();
        // Read before anything is measured, which takes long.
        EvaluationRun earlier = report.isEmpty() ? null : EvaluationFile.read(report.getFirst());
        SearchSettings settings = new SearchSettings(lexicalWeight, SearchSettings.DEFAULT.depth());
        if (collection.equals(SELF) && !Files.isDirectory(collection)) {
            if (html != null || runOut != null || ladder || earlier != null) {
                throw new QueryException("--html, --run-out, --report and --ladder go with a judged collection; "
                        + "'self' has --json and --modes");
            }
            SelfEvaluation self = SelfEvaluation.of(corpus, index, INDEXES);
            json.print(console, self.run(settings, modes, models, console), SelfEvaluation.Result::view,
                    result -> result.text(new EvaluationText(console.terminal(), misses)));
            return 0;
        }
        if (ladder && spec.commandLine().getParseResult().hasMatchedOption("--modes")) {
            throw new QueryException("--ladder and --modes are both given; --ladder measures all modes there are");
        }
        JudgedCollection judged = JudgedCollection.read(collection);
        // A named index keeps its models.
        List<String> spaces = models.isEmpty() && ladder && index == null ? RUNGS : models;
        try (Session session = new Session(new IndexAddress(address(judged, spaces)), rerank.patientReranker())) {
            // Its own index is only a cache: one of another version or a damaged one is made again.
            boolean rebuild = index == null && !session.isPublished();
            session.index(List.of(source(collection)), IndexModels.of(spaces), rebuild,
                    new TerminalProgress(console));
            Search search = session.search(settings);
            Evaluation evaluation = new Evaluator(search, filterBy).run(judged, modes(search));
            if (runOut != null) {
                TrecFiles.write(evaluation, judged, runOut);
            }
            if (html != null) {
                EvaluationPage.write(EvaluationView.of(evaluation), html);
            }
            if (earlier == null) {
                json.print(console, evaluation, EvaluationView::of, new EvaluationText(console.terminal(), misses)::of);
            } else {
                print(console, earlier, EvaluationFile.of(EvaluationView.of(evaluation)));
            }
        }
        return 0;
    }

    private void print(Console console, EvaluationRun before, EvaluationRun after) {
        json.print(console, RunComparison.of(before, after), ReportView::of, new ReportText(console.terminal())::of);
    }

    /** The collection, which picocli may take for the second file of the report. */
    private Path collection() {
        if (given == null && report.size() == BOTH) {
            given = report.removeLast();
        }
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'COLLECTION'");
        }
        if (report.size() == BOTH) {
            throw new QueryException("--report has two files and " + given
                    + " is to be measured; give one file, or no collection");
        }
        return given;
    }

    private List<String> modes(Search search) {
        return ladder ? search.ladderModes() : modes;
    }

    /** Each set of models has an index of its own, so that fewer models need no new embedding. */
    private String address(JudgedCollection judged, List<String> spaces) {
        if (index != null) {
            return index;
        }
        String suffix = spaces.isEmpty() || spaces.equals(List.of(Models.DEFAULT))
                ? ""
                : "-" + String.join("-", spaces).replaceAll("[^\\w.-]+", "_");
        return INDEXES.resolve(judged.name() + suffix).toString();
    }

    private Path source(Path collection) {
        if (corpus != null) {
            return corpus;
        }
        Path own = collection.resolve("corpus.jsonl");
        if (!Files.isRegularFile(own)) {
            throw new CorpusException(collection.toString(),
                    "no corpus.jsonl in it; name the judged corpus with --corpus FOLDER");
        }
        return own;
    }
}
