package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.search.Search;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.QuietOption;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.export.SiteExporter;
import dev.qorpus.web.export.SiteFolder;
import dev.qorpus.web.export.SiteMeaning;
import dev.qorpus.web.export.SiteReport;

@Command(name = "export", description = "Write the entries of an index as a static site that searches in the browser.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the site. An earlier export in it is replaced.")
    Path folder = Path.of("site");

    @Option(names = "--title", paramLabel = "TEXT", description = "Name of the site (default: Qorpus).")
    String title = "Qorpus";

    @Option(names = "--no-meaning", description = "Leave out the word vectors: the site is 8 MB smaller, and searches by words alone.")
    boolean byWords;

    @Option(names = "--force", description = "Replace the folder, whatever is in it.")
    boolean force;

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
        SiteFolder site = new SiteFolder(folder);
        if (!force && !site.isReplaceable()) {
            throw new ParameterException(spec.commandLine(), "'" + folder
                    + "' is no earlier export and not empty; name another folder, or replace it with --force");
        }
        Console console = Main.console(spec).quietIf(quiet.quiet);
        try (Session session = new Session(index.index())) {
            Search search = session.search(SearchSettings.DEFAULT);
            Optional<SiteMeaning> meaning = byWords ? Optional.empty() : session.wordVectors(search.manifest());
            SiteReport report = new SiteExporter(search, meaning, title,
                    new TerminalProgress(console, "writing", "written")).write(site);
            json.print(console, report, this::view, written -> console.lines(text(written)));
        }
        return 0;
    }

    private Map<String, Object> view(SiteReport report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("folder", folder.toString());
        view.put("entries", report.entries());
        view.put("files", report.files());
        view.put("bytes", report.bytes());
        view.put("meaning", report.meaning());
        view.put("seconds", Math.round(report.seconds() * 1000) / 1000.0);
        return view;
    }

    private String text(SiteReport report) {
        return String.format(Locale.ROOT, "%d %s in %s: %d files, %.1f MB, searched by words%s, %.2f s",
                report.entries(), report.entries() == 1 ? "entry" : "entries", folder, report.files(),
                report.bytes() / 1e6, report.meaning() ? " and meaning" : " alone", report.seconds());
    }
}
