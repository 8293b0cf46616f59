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
import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.models.Models;

/** Finds problems in a corpus: those that its parsers report, and those that need all entries. */
public final class Check {

    /** More findings of the parsers are only counted, so that memory is bounded. */
    private static final int MOST_FINDINGS = 100_000;

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
        CorpusReader.Contents contents = new CorpusReader().read(corpus, handler);
        List<Finding> findings = new ArrayList<>(handler.findings);
        findings.addAll(new BrokenLinks().of(contents.files()));
        checks.stream().filter(check -> !(check instanceof NearDuplicates))
                .forEach(check -> findings.addAll(check.findings()));
        findings.sort(Finding.BY_PLACE);
        if (near != null) {
            findings.addAll(near.findings());
        }
        List<String> notes = new ArrayList<>(checks.stream().map(EntryCheck::note).flatMap(Optional::stream).toList());
        if (handler.unlisted > 0) {
            notes.add(handler.unlisted + " further findings of the parsers are not listed; mend the first "
                    + MOST_FINDINGS + ", and check again");
        }
        return new CheckReport(handler.readings.size(), handler.entries, handler.content(contents.unread()), findings,
                handler.readings, contents.ignored(), notes);
    }

    /** Passes every entry to all checks. */
    private static final class CheckHandler implements CorpusHandler {
        final List<EntryCheck> checks;
        final List<Finding> findings = new ArrayList<>();
        final SortedMap<String, CheckReport.FileReading> readings = new TreeMap<>();
        final SortedMap<EntryKind, Integer> kinds = new TreeMap<>();
        String file = "";
        int entries;
        int unlisted;

        CheckHandler(List<EntryCheck> checks) {
            this.checks = checks;
        }

        @Override
        public void file(String name) {
            file = name;
            readings.put(file, CheckReport.FileReading.NONE);
        }

        @Override
        public void layout(String reason) {
            readings.computeIfPresent(file,
                    (name, reading) -> new CheckReport.FileReading(reason, reading.coverage()));
        }

        @Override
        public void coverage(Coverage.OfFile coverage) {
            readings.computeIfPresent(file,
                    (name, reading) -> new CheckReport.FileReading(reading.layout(), coverage));
        }

        @Override
        public void entry(Entry entry) {
            entries++;
            kinds.merge(entry.kind(), 1, Integer::sum);
            checks.forEach(check -> check.entry(entry));
        }

        @Override
        public void finding(Finding finding) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            } else {
                unlisted++;
            }
        }

        CorpusContent content(SortedMap<String, Integer> unread) {
            Coverage coverage = readings.values().stream().map(reading -> reading.coverage().counts())
                    .reduce(Coverage.NONE, Coverage::plus);
            return new CorpusContent(kinds, coverage, unread);
        }
    }
}
