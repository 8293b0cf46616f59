package dev.qorpus.search.pipeline;

import java.util.Optional;
import java.util.function.Predicate;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;
import dev.qorpus.models.ModelException;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.cache.QueryVectorCache;
import dev.qorpus.search.query.Filters;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.ParsedQuestion;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QuestionReader;
import dev.qorpus.search.query.Reading;
import dev.qorpus.search.retrieve.CorrectedQuestion;
import dev.qorpus.search.retrieve.Corrector;
import dev.qorpus.search.task.Deferred;

/** The first stage: checks a query, writes its words as the index does, and starts to embed it. */
record QuestionCorrection(Backend backend, Models models, double lexicalWeight, QueryVectorCache vectors) {

    /**
     * The context of a query.
     *
     * @throws dev.qorpus.search.query.QueryException if it cannot be run as asked
     */
    QueryContext begin(Query query) {
        StageTimer timer = new StageTimer();
        query.check();
        ParsedQuestion parsed = new QuestionReader(backend.manifest()).read(query);
        Mode mode = mode(query, parsed, new SpaceChoice(backend.manifest()).ofQuestion(parsed.text()));
        Filter filter = filter(query, parsed);
        if (QueryContext.isLexicalOnly(query, mode)) {
            // The model's tokenizer is all that is needed of it.
            CorrectedQuestion question = correct(query, parsed, word -> models.hasWord(mode.space(), word));
            return context(query, mode, parsed, filter, question, () -> {
                throw new IllegalStateException("no vector is compared");
            }, timer);
        }
        if (backend.manifest().wordsOnly()) {
            CorrectedQuestion question = correct(query, parsed, word -> models.hasWord(mode.space(), word));
            return context(query, mode, parsed, filter, question, () -> {
                throw new ModelException(mode.space(), "is not used yet, because the index has no vectors");
            }, timer);
        }
        // Loading the model takes longest: it goes on while words are looked up.
        Deferred<Embedder> model = Deferred.start(() -> models.embedder(mode.space()));
        CorrectedQuestion question = correct(query, parsed, word -> model.get().hasWord(word));
        return context(query, mode, parsed, filter, question,
                Deferred.start(() -> vectors.of(backend.manifest().model(mode.space()), question.text(), model::get)),
                timer);
    }

    /** The context of a query whose vector in a space is known. It is plain text, and nothing is corrected. */
    QueryContext begin(Query query, String space, Embedding embedding) {
        StageTimer timer = new StageTimer();
        query.check();
        ParsedQuestion parsed = new QuestionReader(backend.manifest()).read(query.withReading(Reading.PLAIN));
        Mode mode = mode(query, parsed, space);
        return context(query, mode, parsed, filter(query, parsed), CorrectedQuestion.of(parsed.text()),
                Deferred.done(embedding), timer);
    }

    private Filter filter(Query query, ParsedQuestion parsed) {
        return new Filters(backend.manifest()).of(query.filters(), parsed);
    }

    private Mode mode(Query query, ParsedQuestion parsed, String space) {
        Mode mode = Mode.of(query.mode(), backend.manifest(), lexicalWeight).in(space);
        double trust = LanguageTrust.of(backend.manifest().modelLanguages(mode.space()), backend.manifest())
                .in(parsed.text());
        return mode.trusting(trust, lexicalWeight);
    }

    private static QueryContext context(Query query, Mode mode, ParsedQuestion parsed, Filter filter,
            CorrectedQuestion question, Deferred<Embedding> embedding, StageTimer timer) {
        timer.end(Stage.CORRECT);
        return new QueryContext(query, mode, parsed, filter, question, embedding, Optional.empty(), timer);
    }

    /** A question in the index's words. The model of a space tells which words exist. */
    CorrectedQuestion correct(Query query, ParsedQuestion parsed, String space) {
        return correct(query, parsed, word -> models.hasWord(space, word));
    }

    private CorrectedQuestion correct(Query query, ParsedQuestion parsed, Predicate<String> isWord) {
        return query.reading().corrections()
                ? new Corrector(backend.vocabulary(), word -> hasWord(isWord, word)).correct(parsed.text(),
                        parsed.insisted())
                : CorrectedQuestion.of(parsed.text());
    }

    /** Whether the model has a word whole; without a model none is respelt. */
    private static boolean hasWord(Predicate<String> isWord, String word) {
        try {
            return isWord.test(word);
        } catch (ModelException e) {
            return true;
        }
    }
}
