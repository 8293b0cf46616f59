package dev.qorpus.langchain4j;

import java.util.List;
import java.util.Map;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.library.Qorpus;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.Reading;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;

/**
 * Retrieves the entries of an index that are likely to answer. Where nothing is, it retrieves nothing: a model without
 * context can say that it does not know.
 *
 * <p>Each content is an entry's question with its whole answer. Its metadata are {@code id}, {@code question}, {@code file},
 * {@code line}, and {@code confidence}, the probability that the first one is right; its score is the share of the entry,
 * from 0 to 1.
 *
 * @param qorpus the index; the caller closes it
 * @param most how many entries at most, from 1 to {@value Query#MAX_K}
 */
public record QorpusContentRetriever(Qorpus qorpus, int most) implements ContentRetriever {

    /** How many entries unless it is said otherwise. */
    public static final int DEFAULT_MOST = 5;

    /**
     * Checks the number of entries.
     *
     * @throws dev.qorpus.search.query.QueryException if it is out of its bounds
     */
    public QorpusContentRetriever {
        Query.checkK(most);
    }

    /** Retrieves at most {@value #DEFAULT_MOST} entries. */
    public QorpusContentRetriever(Qorpus qorpus) {
        this(qorpus, DEFAULT_MOST);
    }

    /**
     * The entries that are likely right or related, best first; none if nothing is likely to answer. The query is read as
     * plain text, since a model may have written it.
     *
     * @throws dev.qorpus.search.query.QueryException if the query is empty
     */
    @Override
    public List<Content> retrieve(dev.langchain4j.rag.query.Query query) {
        String text = query.text().substring(0, Math.min(query.text().length(), Query.MAX_LENGTH));
        Results results = qorpus.ask(new Query(text, Mode.HYBRID, most, List.of(), false).withReading(Reading.PLAIN)
                .withListing(Listing.DEFAULT.withCut(Cut.RELATED)));
        return results.answered()
                ? results.hits().stream().filter(hit -> hit.entry().answered())
                        .map(hit -> content(hit, results.confidence())).toList()
                : List.of();
    }

    private static Content content(Hit hit, double confidence) {
        Entry entry = hit.entry();
        Metadata metadata = new Metadata().put("id", entry.id().value()).put("question", entry.question())
                .put("file", entry.file()).put("line", entry.line()).put("confidence", confidence);
        return Content.from(TextSegment.from(entry.question() + "\n\n" + entry.answer().text(), metadata),
                Map.of(ContentMetadata.SCORE, hit.score()));
    }
}
