package dev.qorpus.indexer.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;
import dev.qorpus.models.WordVectors;

/**
 * The description of an index. It is stored in the same commit as the entries, so that it always matches them.
 *
 * @param schemaVersion {@link IndexSchema#VERSION} of the index
 * @param analysis {@link IndexSchema#ANALYSIS} of the index
 * @param models the models of the vector spaces, the default first
 * @param spaceInfo by vector space, what is known of models that are not in the catalogue
 * @param corpus the folders and files of the corpus, as given
 * @param digest the digest of all entries; equal digests mean equal content
 * @param counts the sizes
 * @param content what was read of the corpus, and what was not
 * @param values for each filter field, the number of entries with each value
 * @param examples a few questions from different sections, as suggestions
 * @param stats the throughput of indexing; the property has the name of older versions
 * @param indexedAt the time of publishing, in ISO 8601 and UTC
 * @param wordsOnly whether the entries have no vectors, because another index of them is still being embedded
 */
public record IndexManifest(int schemaVersion, String analysis, List<ModelEntry> models,
        SortedMap<String, SpaceInfo> spaceInfo, List<String> corpus, String digest, Counts counts,
        CorpusContent content, SortedMap<String, SortedMap<String, Integer>> values,
        List<String> examples,
        @JsonProperty("effort") IndexingStats stats, String indexedAt, boolean wordsOnly) {

    /** An index without models beyond the catalogue has no such information. */
    public IndexManifest {
        spaceInfo = spaceInfo == null ? Collections.emptySortedMap() : spaceInfo;
    }

    /**
     * A model with vectors in the index.
     *
     * @param tokens the checksum of the axes on which the vectors of tokens lie; empty if the index has none of this model
     */
    public record ModelEntry(String name, int dimension, String checksum, String tokens) {

        /** Whether the index has the vectors of tokens. */
        public boolean hasTokens() {
            return !tokens.isEmpty();
        }
    }

    /** The number of files, entries, and questions without an answer. */
    public record Counts(int files, int entries, int unanswered) {}

    /** Whether two manifests are equal except for times. */
    public boolean equalsExceptTimes(IndexManifest other) {
        return equals(new IndexManifest(other.schemaVersion, other.analysis, other.models, other.spaceInfo,
                other.corpus, other.digest,
                other.counts, other.content, other.values, other.examples, stats, indexedAt,
                other.wordsOnly));
    }

    /** The model of a vector space, which must be one of the index. */
    public ModelEntry model(String space) {
        return models.stream().filter(model -> model.name().equals(space)).findFirst().orElseThrow();
    }

    /** Whether the index has the vectors of tokens in some space. */
    public boolean hasTokens() {
        return models.stream().anyMatch(ModelEntry::hasTokens);
    }

    /** The names of the vector spaces, the default first. */
    public List<String> spaces() {
        return models.stream().map(ModelEntry::name).toList();
    }

    /**
     * The distribution of a space's cosines between unrelated texts: that of the catalogue, or the one measured on the
     * corpus.
     */
    public CosineDistribution background(String space) {
        return Models.find(space).flatMap(ModelSpec::background).orElseGet(() -> {
            SpaceInfo info = spaceInfo.get(space);
            return info == null ? CosineDistribution.STANDARD : info.background();
        });
    }

    /**
     * The languages that the model of a space was trained for, as ISO 639-1 codes; empty if they are not known. The model
     * need not be there.
     */
    public Set<String> modelLanguages(String space) {
        return Models.find(space).map(ModelSpec::languages).orElseGet(() -> {
            SpaceInfo info = spaceInfo.get(space);
            return info == null ? Set.of() : info.languages();
        });
    }

    /** Whether the vectors of a space are sums of static word vectors. */
    public boolean hasWordVectors(String space) {
        SpaceInfo info = spaceInfo.get(space);
        return info == null ? Models.find(space).stream().anyMatch(WordVectors.class::isInstance) : info.words();
    }

    /** Tells where the models are that are not in the catalogue, so that they are found by the names of their spaces. */
    public void locateModels(Models known) {
        for (ModelEntry model : models) {
            SpaceInfo info = spaceInfo.get(model.name());
            if (info != null) {
                known.locate(model.name(), info.location(), model.checksum());
            }
        }
    }

    /** The analysis of questions. */
    public TextAnalysis textAnalysis() {
        return IndexSchema.analysis(languages(), counts.entries());
    }

    /** The number of entries in each language, by ISO 639-1. Other values of a label of the same name are left out. */
    public Map<String, Integer> languages() {
        Map<String, Integer> languages = new TreeMap<>(valuesOf(FilterFields.LANGUAGE));
        languages.keySet().removeIf(code -> !LanguageDetector.isLanguage(code));
        return languages;
    }

    /** The number of entries with each value of a filter field; empty if no entry has the field. */
    public Map<String, Integer> valuesOf(String field) {
        return values.getOrDefault(field, Collections.emptySortedMap());
    }
}
