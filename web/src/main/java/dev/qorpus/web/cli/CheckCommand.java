package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusHandler;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.Entry;
import dev.qorpus.indexer.corpus.Finding;
import dev.qorpus.web.json.FindingView;

@Command(name = "check", description = "Say what is worth mending in a corpus.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "CORPUS", description = "Folders or files (default: seeds).")
    List<Path> corpus = new ArrayList<>(List.of(Path.of("seeds")));

    @Option(names = "--strict", description = "Exit with 1 if there is any finding.")
    boolean strict;

    @Mixin
    JsonOption json = new JsonOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What was found in a corpus. */
    private static final class Report implements CorpusHandler {
        int files;
        int entries;
        final List<Finding> findings = new ArrayList<>();

        @Override
        public void file(String file) {
            files++;
        }

        @Override
        public void entry(Entry entry) {
            entries++;
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }

    @Override
    public Integer call() {
        Report report = new Report();
        new CorpusReader().read(Corpus.of(corpus), report);
        json.print(Console.of(spec), report, CheckCommand::view, CheckCommand::text);
        return strict && !report.findings.isEmpty() ? 1 : 0;
    }

    private static Map<String, Object> view(Report report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("files", report.files);
        view.put("entries", report.entries);
        view.put("findings", report.findings.stream().map(FindingView::of).toList());
        return view;
    }

    private static String text(Report report) {
        List<String> lines = new ArrayList<>(report.findings.stream().map(Finding::toString).toList());
        lines.add(report.files + (report.files == 1 ? " file, " : " files, ") + report.entries + " entries, "
                + report.findings.size() + (report.findings.size() == 1 ? " finding" : " findings"));
        return String.join("\n", lines);
    }
}
