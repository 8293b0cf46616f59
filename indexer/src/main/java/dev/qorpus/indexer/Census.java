package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.CorpusHandler;
import dev.qorpus.indexer.corpus.Entry;
import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.corpus.Finding;
import dev.qorpus.indexer.schema.EntrySink.Published;
import dev.qorpus.indexer.schema.FilterFields;

/**
 * The first reading of a corpus: which entries there are, and which of them the index does not have as they
 * are. Keeps hashes and counts, not entries, so that a corpus may be larger than memory.
 */
final class Census implements CorpusHandler {

    private static final int EXAMPLES = 3;

    private final Map<EntryId, Published> published;
    final SortedMap<EntryId, String> hashes = new TreeMap<>();
    final SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
    final List<Finding> findings = new ArrayList<>();
    final Set<EntryId> added = new HashSet<>();
    final Set<EntryId> changed = new HashSet<>();
    /** By place, that is by section and file, its first answered question. */
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    int files;
    int unanswered;

    Census(Map<EntryId, Published> published) {
        this.published = published;
    }

    @Override
    public void file(String file) {
        files++;
    }

    @Override
    public void entry(Entry entry) {
        String hash = EntryHash.of(entry);
        hashes.put(entry.id(), hash);
        unanswered += entry.answered() ? 0 : 1;
        FilterFields.of(entry).forEach((field, found) -> found.forEach(
                value -> values.computeIfAbsent(field, name -> new TreeMap<>()).merge(value, 1, Integer::sum)));
        if (entry.answered() && examples.size() < EXAMPLES) {
            examples.putIfAbsent(entry.file() + entry.section(), entry.question());
        }
        Published before = published.get(entry.id());
        if (before == null) {
            added.add(entry.id());
        } else if (!before.hash().equals(hash)) {
            changed.add(entry.id());
        }
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
        if (finding.rule() == Finding.Rule.UNREADABLE_FILE) {
            unreadable.add(finding.file());
        }
    }

    /** Published entries that are gone; those of a file that cannot be read now are not known to be. */
    List<EntryId> removed() {
        return published.entrySet().stream()
                .filter(entry -> !hashes.containsKey(entry.getKey()) && !unreadable.contains(entry.getValue().file()))
                .map(Map.Entry::getKey).toList();
    }

    /** Published entries that are kept although this reading did not meet them. */
    Map<EntryId, Published> kept() {
        Map<EntryId, Published> kept = new TreeMap<>();
        published.forEach((id, entry) -> {
            if (!hashes.containsKey(id) && unreadable.contains(entry.file())) {
                kept.put(id, entry);
            }
        });
        return kept;
    }

    List<String> examples() {
        return List.copyOf(examples.values());
    }

    boolean isNew(EntryId id) {
        return added.contains(id) || changed.contains(id);
    }
}
