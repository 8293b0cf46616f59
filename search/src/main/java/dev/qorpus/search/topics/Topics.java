package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.models.vectors.PrincipalComponents;
import dev.qorpus.models.vectors.UnitVectors;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;

/**
 * Finds the topics of an index and makes its map. The same index gives the same topics. Up to 10,000 entries are
 * grouped and 3,000 laid out; of more, a sample is, and the others follow their neighbours.
 */
public record Topics(Search search) {

    /** Entries that the axes are computed from: more do not move them. */
    private static final int SAMPLE = 5_000;
    /** Dimensions that are kept of the vectors. */
    private static final int DIMENSIONS = 64;
    private static final int REPRESENTATIVES = 3;
    /** Entries that are read at once. */
    private static final int BATCH = 1_000;

    /** All topics and the map. It takes a second for a thousand entries. */
    public TopicMap find() {
        long began = System.nanoTime();
        SortedMap<EntryId, float[]> vectors = new TreeMap<>();
        search.vectors((id, found) -> vectors.put(id, mean(found)));
        if (vectors.isEmpty()) {
            return new TopicMap(List.of(), List.of(), 0);
        }
        List<EntryId> ids = List.copyOf(vectors.keySet());
        float[][] all = vectors.values().toArray(float[][]::new);
        PrincipalComponents axes = PrincipalComponents.of(RowSampler.every(Math.ceilDiv(all.length, SAMPLE), all),
                DIMENSIONS);
        float[][] rows = UnitVectors.normalised(axes.project(all));
        Clustering grouping = Clusterer.of(rows);
        List<List<Integer>> members = new ArrayList<>();
        for (int group = 0; group < grouping.count(); group++) {
            members.add(grouping.nearestFirst(rows, group));
        }
        Subtopics within = Subtopics.of(rows, members);
        Headings headings = new Headings();
        List<TopicMap.Place> places = places(ids, new Groups(grouping.groups(), within.ofRow()),
                UmapProjection.of(rows), headings);
        TopicNames naming = new TopicNames(search, ids, headings);
        List<TopicNames.Name> names = naming.of(grouping.groups(), members);
        return new TopicMap(topics(members, names, subtopics(within, naming), places), places,
                (System.nanoTime() - began) / 1e9);
    }

    /** The mean of the passage vectors, or the question's vector for an unanswered entry. */
    private static float[] mean(EntryVectors vectors) {
        if (vectors.passages().length == 0) {
            return vectors.question();
        }
        float[] sum = new float[vectors.question().length];
        for (float[] passage : vectors.passages()) {
            UnitVectors.add(sum, passage);
        }
        return UnitVectors.normalised(sum);
    }

    /** The topic of each row, and its group within the topic. */
    @SuppressWarnings("ArrayRecordComponent") // Numbers, never compared.
    private record Groups(int[] topic, int[] subtopic) {}

    private List<TopicMap.Place> places(List<EntryId> ids, Groups groups, float[][] layout, Headings headings) {
        List<TopicMap.Place> places = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<EntryId> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            for (StoredEntry stored : search.entries(batch).values()) {
                Entry entry = stored.entry();
                int row = places.size();
                headings.add(row, entry);
                places.add(new TopicMap.Place(entry.id(), entry.question(), entry.type(), groups.topic()[row],
                        groups.subtopic()[row], layout[row][0], layout[row][1]));
            }
        }
        return places;
    }

    private static List<List<TopicMap.Subtopic>> subtopics(Subtopics within, TopicNames naming) {
        List<List<TopicMap.Subtopic>> subtopics = new ArrayList<>();
        for (List<List<Integer>> members : within.members()) {
            List<TopicNames.Name> names = naming.within(members);
            List<TopicMap.Subtopic> found = new ArrayList<>();
            for (int group = 0; group < members.size(); group++) {
                found.add(new TopicMap.Subtopic(names.get(group).label(), members.get(group).size()));
            }
            subtopics.add(found);
        }
        return subtopics;
    }

    private static List<TopicMap.Topic> topics(List<List<Integer>> members, List<TopicNames.Name> names,
            List<List<TopicMap.Subtopic>> subtopics, List<TopicMap.Place> places) {
        List<TopicMap.Topic> topics = new ArrayList<>();
        for (int group = 0; group < members.size(); group++) {
            topics.add(new TopicMap.Topic(names.get(group).label(), names.get(group).terms(),
                    members.get(group).size(),
                    members.get(group).stream().limit(REPRESENTATIVES).map(places::get).toList(),
                    subtopics.get(group)));
        }
        return topics;
    }
}
