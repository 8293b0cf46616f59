package dev.qorpus.search.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EmbeddedTexts;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.rerank.TokenAlignment;
import dev.qorpus.search.rerank.TokenAlignment.Compared;
import dev.qorpus.search.result.AlignedWord;

/**
 * Aligns the words of hits with those of the question, where they were compared token by token.
 *
 * @param alignment of the question; {@code null} if nothing was compared
 * @param embedder that splits texts as they were when they were embedded
 * @param packed the vectors of each hit's tokens
 */
record HitAlignment(@Nullable TokenAlignment alignment, @Nullable Embedder embedder,
        Map<EntryId, List<byte[]>> packed) {

    /** Without late interaction. */
    static final HitAlignment NONE = new HitAlignment(null, null, Map.of());

    /** Prepares the alignment of some hits. */
    static HitAlignment of(QueryContext context, RetrievalResult retrieved, Backend backend, Models models,
            Collection<EntryId> hits) {
        return retrieved.late().map(late -> {
            String space = retrieved.mode().space();
            String text = context.question().text();
            return new HitAlignment(new TokenAlignment(late, text, context.embedding().get().tokens().spans(),
                    backend.words(text)), models.embedder(space), retrieved.evidence().tokens(space, hits));
        }).orElse(NONE);
    }

    /** The words of the question with their partners in the nearest passage of an entry. */
    List<AlignedWord> of(StoredEntry stored) {
        return alignment == null
                ? List.of()
                : alignment.late().match(packed.getOrDefault(stored.entry().id(), List.of()))
                        .map(match -> of(stored, match.passage())).orElse(List.of());
    }

    /**
     * The words of the question with their partners in an entry.
     *
     * @param passage which passage was nearest
     */
    List<AlignedWord> of(StoredEntry stored, int passage) {
        List<byte[]> tokens = packed.getOrDefault(stored.entry().id(), List.of());
        if (alignment == null || embedder == null || passage < 0 || passage >= tokens.size()) {
            return List.of();
        }
        EmbeddedTexts texts = EmbeddedTexts.of(stored.entry(), stored.passages());
        Compared compared = stored.passages().isEmpty()
                ? new Compared(texts.question(), texts.question(), 0)
                : new Compared(stored.entry().question(), texts.passages().get(passage),
                        stored.passages().get(passage).start());
        return alignment.with(compared, tokens.get(passage), embedder.tokenSpans(compared.text()));
    }
}
