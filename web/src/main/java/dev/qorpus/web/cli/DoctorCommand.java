package dev.qorpus.web.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.web.assembly.Machine;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.json.state.LanguageNotice;

@Command(name = "doctor", description = "Find out what this machine lacks.")
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    JsonOption json = new JsonOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    /** One check. */
    record Check(String name, boolean ok, String detail) {}

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(attempt("java", () -> System.getProperty("java.version") + " on " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " cores"));
        Session.checkModelFilesAgain();
        try (Session session = new Session(index.index())) {
            // Loading verifies the model files, also those that were verified today, and unpacks and runs the native libraries.
            Models.all().forEach(model -> checks.add(session.isInstalled(model)
                    ? check(session.models(), model.name())
                    : new Check("model " + model.name(), true, "not in this installation")));
            spacesBeyondCatalogue(session.models()).forEach(space -> checks.add(check(session.models(), space)));
        }
        checks.add(attempt("index " + index.address, this::describeIndex));
        checks.add(attempt("languages", this::describeLanguages));
        checks.add(attempt("clock", this::describeClock));
        checks.add(attempt("disk", () -> Machine.freeSpace(index.index())));
        checks.add(attempt("file handles", Machine::fileHandles));
        Console console = Main.console(spec);
        json.print(console, checks, DoctorCommand::view, found -> text(found, console.terminal()));
        return checks.stream().allMatch(Check::ok) ? 0 : 1;
    }

    private static Check check(Models models, String name) {
        return attempt("model " + name, () -> {
            float[] vector = models.embedder(name).embedQuery("Is this vector whole?");
            return vector.length + " dimensions, checksums agree";
        });
    }

    /** The vector spaces of the index whose models are in directories or files of this machine. */
    private List<String> spacesBeyondCatalogue(Models models) {
        try (Backend backend = index.index().backend()) {
            backend.manifest().locateModels(models);
            return List.copyOf(backend.manifest().spaceInfo().keySet());
        } catch (IndexException | BackendException e) {
            // The check of the index reports it.
            return List.of();
        }
    }

    private String describeIndex() {
        try (Backend backend = index.index().backend()) {
            backend.verify();
            IndexManifest manifest = backend.manifest();
            return manifest.counts().entries() + " entries, " + String.join(", ", manifest.spaces()) + ", made "
                    + manifest.indexedAt() + ", checksums agree"
                    + (manifest.hasTokens() ? "" : "; without late interaction, since it has no vectors of tokens");
        }
    }

    private String describeLanguages() {
        try (Backend backend = index.index().backend()) {
            IndexManifest manifest = backend.manifest();
            return LanguageNotice.of(manifest).orElseGet(() -> manifest.languages().isEmpty()
                    ? "not known"
                    : manifest.languages().entrySet().stream()
                            .map(language -> language.getValue() + " entries in "
                                    + LanguageDetector.name(language.getKey()))
                            .collect(Collectors.joining(", ")));
        } catch (IndexException | BackendException e) {
            return "no index to look at";
        }
    }

    private String describeClock() {
        try (Backend backend = index.index().backend()) {
            return Machine.clock(Instant.parse(backend.manifest().indexedAt()), Instant.now());
        } catch (IndexException e) {
            return "nothing to compare it with";
        }
    }

    private static Check attempt(String name, Supplier<String> work) {
        try {
            return new Check(name, true, work.get());
        } catch (RuntimeException | LinkageError e) {
            return new Check(name, false, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> view(List<Check> checks) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("ok", checks.stream().allMatch(Check::ok));
        view.put("checks", checks);
        return view;
    }

    private static List<StyledText> text(List<Check> checks, Terminal terminal) {
        return checks.stream().flatMap(check -> text(check, terminal).stream()).toList();
    }

    private static List<StyledText> text(Check check, Terminal terminal) {
        StyledText state = check.ok() ? StyledText.of("ok      ", Style.GOOD) : StyledText.of("FAILED  ", Style.BOLD);
        StyledText found = StyledText.of(check.name(), Style.BOLD).plus(": " + check.detail());
        return terminal.bounded()
                ? Paragraph.behind(state, terminal.textWidth()).lines(found)
                : List.of(state.plus(found));
    }
}
