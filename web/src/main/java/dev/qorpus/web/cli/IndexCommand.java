package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.IndexReport;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.UnreadFormats;
import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.models.Models;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.ModelsOption;
import dev.qorpus.web.cli.option.QuietOption;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.CoverageText;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.json.state.CoverageView;
import dev.qorpus.web.json.state.LanguageNotice;

@Command(name = "index", description = "Make an index of folders and files, or bring one up to date.")
final class IndexCommand implements Callable<Integer> {

    /** What weights of 8 bits cost: see docs/measurements/evaluation.md. */
    private static final String LOSS = "nDCG@10 up to .007 lower on judged collections";

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files of Markdown or JSONL (default: those indexed before, or seeds).")
    List<Path> corpus = new ArrayList<>();

    @Option(names = "--rebuild", description = "Rebuild the index instead of indexing only what changed.")
    boolean rebuild;

    @Option(names = "--together", description = "Embed a part of what another process indexes into the same cluster; start any number, on any machine.")
    boolean together;

    @Mixin
    ModelsOption models = new ModelsOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    JsonOption json = new JsonOption();
    @Mixin
    QuietOption quiet = new QuietOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (together && rebuild) {
            throw new ParameterException(spec.commandLine(), "--together and --rebuild exclude each other; name one");
        }
        Console console = Main.console(spec).quietIf(quiet.quiet);
        Signals.exitAtOnce(console);
        try (Session session = new Session(index.index())) {
            IndexReport report = together
                    ? session.indexTogether(corpus, models.models(), console)
                    : session.index(corpus, models.models(), rebuild, new TerminalProgress(console));
            json.print(console, report, IndexCommand::view, made -> console.lines(text(made)));
            tell(report, console);
            LanguageNotice.of(report.manifest()).ifPresent(console::note);
            // A file could not be read, so the command has failed.
            return report.incomplete() ? 1 : 0;
        }
    }

    /**
     * Reports the findings, the files that may hold text and were not read, the model that was chosen, and whether
     * much was left out.
     */
    static void tell(IndexReport report, Console console) {
        report.findings().forEach(finding -> {
            if (finding.rule() == Finding.Rule.UNREADABLE_FILE) {
                console.error(finding.toString());
            } else {
                console.note(finding.toString());
            }
        });
        SortedMap<String, Integer> unread = new TreeMap<>(report.manifest().content().unread());
        unread.keySet().removeIf(suffix -> !UnreadFormats.isText(suffix));
        UnreadFormats.sentences(unread).forEach(console::note);
        if (report.choseModel()) {
            String model = report.manifest().spaces().getFirst();
            console.note("most entries are in "
                    + LanguageDetector.name(report.manifest().modelLanguages(model).iterator().next())
                    + ", so they are embedded with " + model + "; --model NAME takes another");
        }
        if (report.counts().embedded() > 0) {
            report.manifest().spaces()
                    .forEach(space -> Models.exact(space).ifPresent(exact -> console.note(space + " is "
                            + exact.name()
                            + " with weights of 8 bits: it embeds about twice as fast, and its answers are a little"
                            + " worse (" + LOSS + ")")));
        }
        String warning = CoverageText.warning(report.manifest().content());
        if (!warning.isEmpty()) {
            console.note(warning);
        }
    }

    private static Map<String, Object> view(IndexReport report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("entries", report.manifest().counts().entries());
        view.put("added", report.counts().added());
        view.put("changed", report.counts().changed());
        view.put("removed", report.counts().removed());
        view.put("renamed", report.counts().renamed());
        view.put("embedded", report.counts().embedded());
        view.put("findings", report.findings().size());
        view.put("seconds", Math.round(report.seconds() * 1000) / 1000.0);
        view.put("unanswered", report.manifest().counts().unanswered());
        view.put("files", report.manifest().counts().files());
        view.put("models", report.manifest().spaces());
        view.put("kinds", CoverageView.kinds(report.manifest().content()));
        view.put("coverage", CoverageView.of(report.manifest().content()));
        return view;
    }

    static String text(IndexReport report) {
        return String.format(Locale.ROOT,
                "%d %s (%d added, %d changed, %d removed; %d embedded with %s), %d %s, %.2f s",
                report.manifest().counts().entries(),
                report.manifest().counts().entries() == 1 ? "entry" : "entries", report.counts().added(),
                report.counts().changed(),
                report.counts().removed(),
                report.counts().embedded(), String.join(", ", report.manifest().spaces()), report.findings().size(),
                report.findings().size() == 1 ? "finding" : "findings",
                report.seconds());
    }
}
