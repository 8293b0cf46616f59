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

/** Says what is worth mending in a corpus: what its reader reports, and what only all entries together show. */
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
     * A check with everything.
     *
     * @param models whose default model compares questions and counts tokens; it is loaded with the first entry
     * @param progress hears how far the embedding of many questions is
     */
    public static Check byMeaning(Models models, Progress progress) {
        return new Check(models, progress, KnownVectors.NONE);
    }

    /** The same where an index knows vectors, silently. */
    public static Check byMeaning(Models models, KnownVectors known) {
        return new Check(models, Progress.NONE, known);
    }

    /** A check that needs no model: without near duplicates and without entries that are too long for one. */
    public static Check byWords() {
        return new Check(null, Progress.NONE, KnownVectors.NONE);
    }

    /**
     * Reads a corpus.
     *
     * @throws CorpusException if the corpus holds no file
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
        Reading reading = new Reading(checks);
        new CorpusReader().read(corpus, reading);
        List<Finding> findings = new ArrayList<>(reading.findings);
        findings.addAll(new BrokenLinks().of(corpus));
        checks.stream().filter(check -> !(check instanceof NearDuplicates))
                .forEach(check -> findings.addAll(check.findings()));
        findings.sort(Finding.BY_PLACE);
        if (near != null) {
            findings.addAll(near.findings());
        }
        List<String> notes = checks.stream().map(EntryCheck::note).flatMap(Optional::stream).toList();
        return new CheckReport(reading.files, reading.entries, findings, reading.layouts, notes);
    }

    /** Hands every entry to all checks. */
    private static final class Reading implements CorpusHandler {
        final List<EntryCheck> checks;
        final List<Finding> findings = new ArrayList<>();
        final SortedMap<String, String> layouts = new TreeMap<>();
        String file = "";
        int files;
        int entries;

        Reading(List<EntryCheck> checks) {
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
