package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.indexer.opensearch.OpenSearchSchema.Stored;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Heading;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.backend.lookup.Filter;

/** Reads entries and their vectors. */
record EntryReader(ClusterSearcher searcher) {

    private static final String KEPT = OpenSearchSchema.STORED + ".entry.";

    Map<EntryId, StoredEntry> entries(Collection<EntryId> ids) {
        Map<EntryId, StoredEntry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            List<Map<String, Object>> wanted = searcher.passing(Filter.NONE);
            wanted.add(ClusterSearcher.idsAmong(ids));
            JsonNode answer = searcher.searchAll(List.of(Map.of("size", ids.size(), "track_total_hits", false,
                    "_source", List.of(OpenSearchSchema.STORED), "query", ClusterSearcher.allOf(wanted)))).getFirst();
            for (JsonNode hit : ClusterSearcher.hits(answer)) {
                Stored stored = OpenSearchSchema.stored(hit.path("_source"));
                found.put(stored.entry().id(), new StoredEntry(stored.entry(), stored.passages()));
            }
        }
        Map<EntryId, StoredEntry> inOrder = new LinkedHashMap<>();
        for (EntryId id : ids) {
            StoredEntry entry = found.get(id);
            if (entry != null) {
                inOrder.put(id, entry);
            }
        }
        return inOrder;
    }

    Set<EntryId> passing(Collection<EntryId> ids, Filter filter) {
        Set<EntryId> found = new HashSet<>();
        if (!ids.isEmpty()) {
            List<Map<String, Object>> wanted = searcher.passing(filter);
            wanted.add(ClusterSearcher.idsAmong(ids));
            JsonNode answer = searcher
                    .searchAll(List.of(ClusterSearcher.best(ids.size(), ClusterSearcher.allOf(wanted)))).getFirst();
            ClusterSearcher.hits(answer).forEach(hit -> found.add(ClusterSearcher.id(hit)));
        }
        return found;
    }

    Map<EntryId, Long> answers(Collection<EntryId> ids) {
        Map<EntryId, Long> answers = new HashMap<>();
        if (!ids.isEmpty()) {
            List<Map<String, Object>> wanted = searcher.passing(Filter.NONE);
            wanted.add(ClusterSearcher.idsAmong(ids));
            Map<String, Object> request = new HashMap<>(
                    ClusterSearcher.best(ids.size(), ClusterSearcher.allOf(wanted)));
            request.put("docvalue_fields", List.of(OpenSearchSchema.ID, OpenSearchSchema.ANSWER_HASH));
            for (JsonNode hit : ClusterSearcher.hits(searcher.searchAll(List.of(request)).getFirst())) {
                JsonNode hash = hit.path("fields").path(OpenSearchSchema.ANSWER_HASH).path(0);
                if (hash.isNumber()) {
                    answers.put(ClusterSearcher.id(hit), hash.asLong());
                }
            }
        }
        return answers;
    }

    Map<EntryId, List<byte[]>> tokens(int space, Collection<EntryId> ids) {
        Map<EntryId, List<byte[]>> tokens = new HashMap<>();
        if (!ids.isEmpty()) {
            List<Map<String, Object>> wanted = new ArrayList<>(searcher.published().visibleDocuments());
            wanted.add(ClusterSearcher.terms(OpenSearchSchema.KIND,
                    List.of(OpenSearchSchema.ENTRY, OpenSearchSchema.PASSAGE)));
            wanted.add(ClusterSearcher.idsAmong(ids));
            searcher.attempt(() -> {
                searcher.pages(wanted, List.of(OpenSearchSchema.ID, OpenSearchSchema.KIND,
                        OpenSearchSchema.tokenVectors(space))).each(source -> addTokens(source, space, tokens));
                return true;
            });
            tokens.values().removeIf(List::isEmpty);
        }
        return tokens;
    }

    /** A passage of signs only has no tokens, but keeps its place. */
    private static void addTokens(JsonNode source, int space, Map<EntryId, List<byte[]>> tokens) {
        byte[] packed = OpenSearchSchema.tokens(source, space);
        boolean isPassage = source.path(OpenSearchSchema.KIND).asString().equals(OpenSearchSchema.PASSAGE);
        List<byte[]> known = tokens.computeIfAbsent(id(source), id -> new ArrayList<>());
        if (isPassage || packed.length > 0) {
            known.add(packed);
        }
    }

    List<Heading> tableOfContents(String file) {
        Filter only = new Filter(Map.of(FilterFields.FILE, Set.of(file)));
        JsonNode answer = searcher.searchAll(List.of(Map.of("size", ClusterSearcher.MOST_HITS, "track_total_hits",
                false,
                "_source", List.of(OpenSearchSchema.ID, OpenSearchSchema.LINE, KEPT + "number", KEPT + "question",
                        KEPT + "context.section"),
                "query", ClusterSearcher.allOf(searcher.passing(only))))).getFirst();
        List<Heading> headings = new ArrayList<>();
        for (JsonNode hit : ClusterSearcher.hits(answer)) {
            headings.add(heading(hit.path("_source")));
        }
        headings.sort(Heading.BY_LINE);
        return headings;
    }

    private static Heading heading(JsonNode source) {
        JsonNode entry = source.path(OpenSearchSchema.STORED).path("entry");
        List<String> section = new ArrayList<>();
        entry.path("context").path("section").forEach(heading -> section.add(heading.asString()));
        JsonNode number = entry.path("number");
        return new Heading(new EntryId(source.path(OpenSearchSchema.ID).asString()),
                number.isString() ? number.asString() : null, entry.path("question").asString(), section,
                source.path(OpenSearchSchema.LINE).asInt());
    }

    Optional<EntryVectors> vectors(int space, EntryId id) {
        List<EntryVectors> found = new ArrayList<>();
        each(space, id, (each, vectors) -> found.add(vectors));
        return found.stream().findFirst();
    }

    /** Documents of an entry come one after another, its own before those of its passages. */
    void each(int space, @Nullable EntryId only, BiConsumer<EntryId, EntryVectors> each) {
        String questions = OpenSearchSchema.questionVectors(space);
        String passages = OpenSearchSchema.passageVectors(space);
        List<Map<String, Object>> wanted = new ArrayList<>(searcher.published().visibleDocuments());
        wanted.add(ClusterSearcher.terms(OpenSearchSchema.KIND,
                List.of(OpenSearchSchema.ENTRY, OpenSearchSchema.PASSAGE)));
        if (only != null) {
            wanted.add(ClusterSearcher.term(OpenSearchSchema.ID, only.value()));
        }
        List<JsonNode> group = new ArrayList<>();
        searcher.attempt(() -> {
            searcher.pages(wanted, List.of(OpenSearchSchema.ID, questions, passages)).each(source -> {
                if (!group.isEmpty() && !id(source).equals(id(group.getFirst()))) {
                    each.accept(id(group.getFirst()), vectors(group, questions, passages));
                    group.clear();
                }
                group.add(source);
            });
            if (!group.isEmpty()) {
                each.accept(id(group.getFirst()), vectors(group, questions, passages));
            }
            return true;
        });
    }

    private static EntryId id(JsonNode source) {
        return new EntryId(source.path(OpenSearchSchema.ID).asString());
    }

    private static EntryVectors vectors(List<JsonNode> group, String questions, String passages) {
        return new EntryVectors(OpenSearchSchema.vector(group.getFirst(), questions), group.stream().skip(1)
                .map(source -> OpenSearchSchema.vector(source, passages)).toArray(float[][]::new));
    }
}
