package dev.qorpus.web.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.schema.AnswerHash;
import dev.qorpus.indexer.schema.Passage;

/**
 * What hits show of the entries, in the order of their ids.
 *
 * @param entries all of them
 * @param mixed whether there are sections of prose beside questions, which then count less
 */
record EntriesData(List<Item> entries, boolean mixed) {

    /**
     * An entry.
     *
     * @param place title and headings
     * @param section whether it is a section of prose; missing if not
     * @param same the number of its answer; missing if no other entry has the same
     * @param answer plain text; missing if there is none
     * @param passages start and end of each passage in the answer
     */
    record Item(String id, String page, @Nullable String number, String question, List<String> place,
            @Nullable String type, String file, int line, @Nullable Boolean section, @Nullable Integer same,
            @Nullable String answer, List<Integer> passages) {}

    static EntriesData of(List<SiteEntry> entries) {
        Map<Long, List<String>> byAnswer = new HashMap<>();
        entries.forEach(each -> AnswerHash.of(each.entry()).ifPresent(hash -> byAnswer
                .computeIfAbsent(hash, one -> new ArrayList<>()).add(each.entry().id().value())));
        Map<Long, Integer> numbers = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (SiteEntry each : entries) {
            OptionalLong hash = AnswerHash.of(each.entry());
            boolean shared = hash.isPresent()
                    && byAnswer.getOrDefault(hash.getAsLong(), List.of()).size() > 1;
            items.add(item(each,
                    shared ? numbers.computeIfAbsent(hash.getAsLong(), one -> numbers.size()) : null));
        }
        long sections = entries.stream().filter(each -> isSection(each.entry())).count();
        return new EntriesData(items, sections > 0 && sections < entries.size());
    }

    private static boolean isSection(Entry entry) {
        return entry.kind() == EntryKind.SECTION;
    }

    private static Item item(SiteEntry each, @Nullable Integer same) {
        Entry entry = each.entry();
        List<Integer> passages = new ArrayList<>();
        for (Passage passage : each.passages()) {
            passages.add(passage.start());
            passages.add(passage.end());
        }
        return new Item(entry.id().value(), each.page(), entry.number(), entry.question(), each.place(), entry.type(),
                entry.file(), entry.line(), isSection(entry) ? true : null, same,
                entry.answered() ? entry.answer().text() : null, passages);
    }
}
