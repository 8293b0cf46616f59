package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.models.Models;

/** Finds problems in a corpus: those that its parsers report, and those that need all entries. */
public final class Check {

    private final @Nullable Models models;
    private final Progress progress;
    private final KnownVectors known;

    private Check(@Nullable Models models, Progress progress, KnownVectors known) {
        this.models = models;
        this.progress = progress;
        this.known = known;
    }

    /**
     * A complete check.
     *
     * @param models has the default model, which compares questions and counts tokens; it is loaded with the first entry
     * @param progress is told how far the embedding of many questions is
     */
    public static Check withModel(Models models, Progress progress) {
        return new Check(models, progress, KnownVectors.NONE);
    }

    /** A complete check that reuses the vectors of an index, and reports no progress. */
    public static Check withModel(Models models, KnownVectors known) {
        return new Check(models, Progress.NONE, known);
    }

    /** A check without a model. It finds no near duplicates and no entries that are too long. */
    public static Check withoutModel() {
        return new Check(null, Progress.NONE, KnownVectors.NONE);
    }

    /**
     * Checks a corpus.
     *
     * @throws CorpusException if the corpus has no file
     */
    public CheckReport check(Corpus corpus) {
        List<EntryCheck> checks = new ArrayList<>(
                List.of(new DuplicateQuestions(), new UnknownLabels(), new MixedLanguages()));
        NearDuplicates near = null;
        if (models != null) {
            Models open = models;
            checks.add(new LongEntries(() -> open.embedder(Models.DEFAULT)));
            near = new NearDuplicates(() -> open.embedder(Models.DEFAULT), progress, known);
            checks.add(near);
        }
        CheckHandler handler = new CheckHandler(checks);
        new CorpusReader().read(corpus, handler);
        List<Finding> findings = new ArrayList<>(handler.findings);
        findings.addAll(new BrokenLinks().of(corpus));
        checks.stream().filter(check -> !(check instanceof NearDuplicates))
                .forEach(check -> findings.addAll(check.findings()));
        findings.sort(Finding.BY_PLACE);
        if (near != null) {
            findings.addAll(near.findings());
        }
        List<String> notes = checks.stream().map(EntryCheck::note).flatMap(Optional::stream).toList();
        return new CheckReport(handler.files, handler.entries, findings, handler.layouts, notes);
    }

    /** Passes every entry to all checks. */
    private static final class CheckHandler implements CorpusHandler {
        final List<EntryCheck> checks;
        final List<Finding> findings = new ArrayList<>();
        final SortedMap<String, String> layouts = new TreeMap<>();
        String file = "";
        int files;
        int entries;

        CheckHandler(List<EntryCheck> checks) {
            this.checks = checks;
        }

        @Override
        public void file(String name) {
            file = name;
            files++;
        }

        @Override
        public void layout(String reason) {
            layouts.put(file, reason);
        }

        @Override
        public void entry(Entry entry) {
            entries++;
            checks.forEach(check -> check.entry(entry));
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }
}
