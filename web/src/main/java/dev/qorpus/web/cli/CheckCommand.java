package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.check.Check;
import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.models.Models;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.QuietOption;
import dev.qorpus.web.cli.text.CheckText;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.SourceFiles;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.sarif.Sarif;
import dev.qorpus.web.json.sarif.SarifPlaces;
import dev.qorpus.web.json.state.CheckView;

@Command(name = "check", description = "Say what is worth mending in a corpus.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files (default: seeds).")
    List<Path> roots = new ArrayList<>(List.of(Path.of("seeds")));

    @Option(names = "--strict", description = "Exit with 1 if there is any finding.")
    boolean strict;

    @Option(names = "--explain", description = "Show in which layout each Markdown file was read, and why.")
    boolean explain;

    @Option(names = "--sarif", description = "Print SARIF 2.1.0, for editors and code hosts.")
    boolean sarif;

    @Option(names = "--no-meaning", description = "Load no model: leave out near-duplicate-question and entry-too-long.")
    boolean byWords;

    @Mixin
    JsonOption json = new JsonOption();
    @Mixin
    QuietOption quiet = new QuietOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (sarif && json.json) {
            throw new ParameterException(spec.commandLine(), "--json and --sarif exclude each other; name one");
        }
        Console console = Main.console(spec).quietIf(quiet.quiet);
        Corpus corpus = Corpus.of(roots);
        CheckReport report = check(corpus, console);
        if (sarif) {
            console.json(Json.indented(Sarif.of(report, new SarifPlaces(corpus.paths(), Path.of("")))));
        } else {
            json.print(console, report, CheckView::of, found -> new CheckText(console.terminal(), explain).of(found,
                    new SourceFiles(corpus.roots(), console.terminal())));
        }
        return strict && !report.findings().isEmpty() ? 1 : 0;
    }

    private CheckReport check(Corpus corpus, Console console) {
        if (byWords) {
            return Check.withoutModel().check(corpus);
        }
        try (Models models = Session.openModels()) {
            return Check.withModel(models, new TerminalProgress(console)).check(corpus);
        }
    }
}
