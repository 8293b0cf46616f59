package dev.qorpus.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusReader;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Evaluator;
import dev.qorpus.search.evaluate.SelfQuestions;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.assembly.IndexAddress;
import dev.qorpus.web.assembly.IndexModels;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.EvaluationText;
import dev.qorpus.web.cli.text.TerminalProgress;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.evaluation.SelfEvaluationView;

/**
 * {@code eval self}: indexes a sample of a corpus without its questions, and asks these questions.
 *
 * @param roots of the corpus
 * @param folder the folder of the index, which is reused next time
 */
record SelfEvaluation(List<Path> roots, Path folder) {

    private static final int SAMPLE = 300;

    /** The results. */
    record Result(int entries, int sample, List<Evaluation> kinds) {

        SelfEvaluationView view() {
            return SelfEvaluationView.of(entries, sample, kinds);
        }

        List<StyledText> text(EvaluationText text) {
            List<StyledText> lines = new ArrayList<>(Paragraph.indented(text.terminal().textWidth(), 0)
                    .lines(StyledText.of("asked with questions made from " + sample + " of " + entries
                            + " entries, in the corpus's own words: optimistic")));
            for (Evaluation kind : kinds) {
                lines.add(StyledText.EMPTY);
                lines.addAll(text.of(kind));
            }
            return lines;
        }
    }

    /** For the named corpus, or that of the index. */
    static SelfEvaluation of(@Nullable Path corpus, @Nullable String index, Path indexes) {
        if (corpus != null) {
            return new SelfEvaluation(List.of(corpus), indexes.resolve("self"));
        }
        String address = index != null ? index : Objects.requireNonNullElse(System.getenv("QORPUS_INDEX"), ".qorpus");
        try (Backend backend = new IndexAddress(address).backend()) {
            return new SelfEvaluation(backend.manifest().corpus().stream().map(Path::of).toList(),
                    indexes.resolve("self"));
        }
    }

    Result run(SearchSettings settings, List<String> modes, List<String> models, Console console) {
        SelfQuestions questions = new SelfQuestions(SAMPLE);
        new CorpusReader().read(Corpus.of(roots), new CorpusHandler() {
            @Override
            public void entry(Entry entry) {
                questions.add(entry);
            }

            @Override
            public void finding(Finding finding) {
                // 'check' reports these.
            }
        });
        List<SelfQuestions.Hidden> hidden = questions.corpus();
        Path corpus = write(hidden);
        try (Session session = new Session(new IndexAddress(folder.resolve("index").toString()))) {
            session.index(List.of(corpus), IndexModels.of(models), false, new TerminalProgress(console));
            Evaluator evaluator = new Evaluator(session.search(settings), List.of());
            List<Evaluation> kinds = new ArrayList<>();
            for (SelfQuestions.Kind kind : SelfQuestions.Kind.values()) {
                var asked = questions.questions(kind);
                if (!asked.queries().isEmpty()) {
                    kinds.add(evaluator.run(asked, modes));
                }
            }
            return new Result(questions.seen(), hidden.size(), kinds);
        }
    }

    /** The sample as a corpus, where all entries have the same title, which says nothing. */
    private Path write(List<SelfQuestions.Hidden> hidden) {
        List<String> lines = hidden.stream()
                .map(entry -> new String(
                        Json.bytes(Map.of("_id", entry.id(), "title", entry.id(), "text", entry.text())),
                        StandardCharsets.UTF_8))
                .toList();
        try {
            return Files.write(Files.createDirectories(folder).resolve("corpus.jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }
}
