package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.qorpus.indexer.PassageSplitter;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Embedder;

/**
 * Finds entries with a text that is longer than the longest input of the default model, so that its end is not embedded.
 * Passages have a limited number of words. So the question is too long, or the answer has very long "words".
 */
final class LongEntries implements EntryCheck {

    /** The highest number of tokens for one character. With it, the tokens of short texts need not be counted. */
    private static final int TOKENS_A_CHARACTER = 3;

    private final PassageSplitter splitter = new PassageSplitter(RankingConstants.PASSAGE_WORDS);
    private final Supplier<Embedder> embedder;
    private final List<Finding> findings = new ArrayList<>();

    LongEntries(Supplier<Embedder> embedder) {
        this.embedder = embedder;
    }

    @Override
    public void entry(Entry entry) {
        Embedder model = embedder.get();
        EmbeddedTexts texts = EmbeddedTexts.of(entry, splitter.split(entry.answer().text()));
        int limit = model.spec().maxTokens();
        int question = tokens(model, texts.question());
        if (question > limit) {
            add(entry, "the question has " + question + " tokens, but " + model.spec().name() + " reads only " + limit
                    + ": its end is not embedded, and neither is its answer");
            return;
        }
        List<Integer> counts = texts.passages().stream().map(text -> tokens(model, text))
                .filter(tokens -> tokens > limit).sorted().toList();
        if (!counts.isEmpty()) {
            String passages = counts.size() == 1
                    ? "a passage of the answer has "
                    : counts.size() + " passages of the answer have up to ";
            add(entry, passages + counts.getLast() + " tokens with the question, but " + model.spec().name()
                    + " reads only " + limit + ": the end is not embedded");
        }
    }

    private static int tokens(Embedder model, String text) {
        return text.length() * TOKENS_A_CHARACTER < model.spec().maxTokens() ? 0 : model.tokens(text);
    }

    private void add(Entry entry, String message) {
        findings.add(Finding.of(Finding.Rule.ENTRY_TOO_LONG, Place.of(entry), message, List.of()));
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }
}
