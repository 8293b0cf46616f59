package dev.qorpus.search.backend.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.AskedText;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.LexicalModel;

/** The lookups of an engine from which evidence is gathered. */
public interface Lookups {

    /** Prepares lexical search: the text is analysed as the index was, no operator is known. */
    LexicalLookup lexical(LexicalModel model, AskedText text, Filter filter);

    /** The same for a text without words beside. */
    default LexicalLookup lexical(LexicalModel model, String text, Filter filter) {
        return lexical(model, AskedText.of(text), filter);
    }

    /**
     * Prepares dense search.
     *
     * @param space the vector space, one of the manifest's
     * @param vector of length 1
     */
    DenseLookup dense(String space, float[] vector, Filter filter);

    /** Those of some entries that pass a filter; ids that are not there are left out. */
    Set<EntryId> passing(Collection<EntryId> ids, Filter filter);

    /**
     * The hashes of some entries' answers, which are equal where the answers are the same but for case and whitespace;
     * entries that are not there or have no answer are left out.
     */
    Map<EntryId, Long> answers(Collection<EntryId> ids);

    /**
     * The packed vectors of some entries' tokens: those of each passage in order, or of the question if there is no
     * passage. Entries that are not there or have none are left out.
     *
     * @param space the vector space, one of the manifest's
     */
    Map<EntryId, List<byte[]>> tokens(String space, Collection<EntryId> ids);

    /** Several entries at once; ids that are not there are left out. */
    Map<EntryId, StoredEntry> entries(Collection<EntryId> ids);
}
