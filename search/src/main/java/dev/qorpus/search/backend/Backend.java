package dev.qorpus.search.backend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.evidence.EvidenceRequest;
import dev.qorpus.search.backend.evidence.Lookups;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.LexicalModel;

/**
 * The read port: one published state of an index. Thread-safe.
 *
 * <p>Every method throws {@link BackendException} if the engine fails.
 */
public interface Backend extends Lookups, AutoCloseable {

    /** What the index says of itself. */
    IndexManifest manifest();

    /**
     * Gathers the evidence for one question. The engine decides which of its lookups run at once.
     *
     * @throws dev.qorpus.search.task.CancelledException if the thread is interrupted while it waits
     */
    Evidence gather(EvidenceRequest request);

    /** Lexical search with BM25. */
    default LexicalLookup lexical(String text, Filter filter) {
        return lexical(LexicalModel.BM25, text, filter);
    }

    /** The records of all indexed files, ordered by name. */
    List<FileRecord> files();

    /** The entry of that id, if there is one. */
    Optional<StoredEntry> entry(EntryId id);

    /** The entries of a file, in the order of their lines; none if there is no such file. */
    List<Heading> tableOfContents(String file);

    /** The vectors of an entry in a space. */
    Optional<EntryVectors> vectors(String space, EntryId id);

    /** Hands over every entry with its vectors in a space, one after another, in no order. */
    void vectors(String space, BiConsumer<EntryId, EntryVectors> each);

    /** The content words of a text, in order: its index terms without stop words such as "how" and "your". */
    List<Word> words(String text);

    /** The words of the index. */
    Vocabulary vocabulary();

    /**
     * Whether nothing was published since this was opened.
     *
     * @throws BackendException if what is published cannot be read, or is gone
     */
    boolean isCurrent();

    /**
     * The latest published snapshot; the caller closes it. Unchanged segments keep their cached data.
     *
     * @throws IndexException if there is nothing that this Qorpus can read
     */
    Backend latest();

    /**
     * Reads the whole index and verifies its checksums.
     *
     * @throws BackendException if something is damaged
     */
    default void verify() {
        manifest();
    }

    /** How large the index is. */
    IndexSize indexSize();

    /**
     * How many entries that pass a filter have each value of some filter fields; values that none has are left out.
     * Of a field with more than 10,000 values an engine may leave the rarest out.
     *
     * @param fields a field that no entry has is given no values
     * @return the counts of values by field, of all fields
     */
    Map<String, Map<String, Integer>> counts(Collection<String> fields, Filter filter);

    /**
     * Questions that complete what is typed: one word starts with the last typed word, and at least half of the
     * earlier words occur. Questions with more of these words come first, then shorter ones.
     *
     * @param words typed so far, as the engine's own analysis splits them
     * @param mistyped whether words of four and more letters also stand for others that differ in one letter, but not
     *  in the first
     * @param k how many at most
     */
    List<QuestionCompletion> questionCompletions(String words, boolean mistyped, int k);

    /** Finds the terms of a query in texts. */
    Highlighter highlighter(String query);

    @Override
    void close();
}
