package dev.qorpus.web.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.search.topics.Topics;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.page.Markup;
import dev.qorpus.web.page.Page;

/**
 * Writes the entries of an index as a static site. The same index gives the same files.
 *
 * @param search in the index
 * @param meaning the word vectors; without them the site searches by words alone
 * @param title the name of the site
 * @param progress is told how many entries' pages are written
 */
public record SiteExporter(Search search, Optional<SiteMeaning> meaning, String title, Progress progress) {

    private static final int RELATED = 10;
    /** Below this cosine only the nearest entry is shown, as on the page of a server. */
    private static final double NEAR = 0.25;
    /** Entries that are read at once. */
    private static final int BATCH = 1_000;
    /** The size of a script of word vectors, in rows: about two megabytes. */
    private static final int ROWS = 8_192;

    private static final List<String> STYLES = List.of("style.css", "shared/answer/answer.css", "ask/ask.css",
            "entry/entry.css", "site/site.css");

    /** Writes the site. */
    public SiteReport write(SiteFolder folder) {
        long began = System.nanoTime();
        List<SiteReport> report = new ArrayList<>();
        folder.replace(staging -> {
            SiteFiles files = new SiteFiles(staging);
            Map<EntryId, SiteEntry> entries = entries();
            int pieces = writeData(files, entries);
            writePages(files, entries, pieces);
            writeShared(files);
            report.add(new SiteReport(entries.size(), files.count(), files.bytes(), meaning.isPresent(),
                    (System.nanoTime() - began) / 1e9));
        });
        return report.getFirst();
    }

    /** All entries in the order of their files and lines. */
    private Map<EntryId, SiteEntry> entries() {
        List<EntryId> ids = search.files().stream().flatMap(file -> file.hashes().keySet().stream()).toList();
        List<SiteEntry> all = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            search.entries(ids.subList(from, Math.min(ids.size(), from + BATCH))).values()
                    .forEach(stored -> all.add(SiteEntry.of(stored.entry(), stored.passages())));
        }
        all.sort(Comparator.comparing((SiteEntry each) -> each.entry().file())
                .thenComparingInt(each -> each.entry().line()).thenComparing(each -> each.entry().id()));
        Map<EntryId, SiteEntry> byId = new LinkedHashMap<>();
        all.forEach(each -> byId.put(each.entry().id(), each));
        return byId;
    }

    /** @return how many scripts hold the word vectors */
    private int writeData(SiteFiles files, Map<EntryId, SiteEntry> all) throws IOException {
        // In the order by which the server breaks ties.
        List<SiteEntry> entries = all.values().stream().sorted(Comparator.comparing(each -> each.entry().id()))
                .toList();
        files.writeData("words", new SearchData(WordsData.of(entries), SurfacesData.of(entries, search.manifest())));
        files.writeData("entries", EntriesData.of(entries));
        if (meaning.isEmpty()) {
            return 0;
        }
        PackedRows pieces = PackedRows.of(meaning.get().table().rows());
        files.writeData("pieces", String.join("\n", meaning.get().table().pieces()));
        files.writeData("meaning", MeaningData.of(meaning.get(), entries, pieces));
        int length = ROWS * meaning.get().table().dimension();
        int count = Math.ceilDiv(pieces.values().length(), length);
        for (int i = 0; i < count; i++) {
            files.writeData("pieces-" + (i + 1),
                    pieces.values().substring(i * length, Math.min(pieces.values().length(), (i + 1) * length)));
        }
        return count;
    }

    private void writePages(SiteFiles files, Map<EntryId, SiteEntry> entries, int pieces) throws IOException {
        PageFrame frame = new PageFrame(title);
        TopicMap topics = new Topics(search).find();
        ListPages lists = new ListPages(entries, topics);
        files.write(SiteFiles.START, frame.page("", title, SiteFiles.START, lists.start(search.manifest(), pieces)));
        files.write(SiteFiles.TOPICS, frame.page("", "Topics", SiteFiles.TOPICS, lists.topicList()));
        files.write(SiteFiles.ENTRIES, frame.page("", "Entries", SiteFiles.ENTRIES, lists.entryList()));
        EntryPage page = new EntryPage(entries);
        Map<String, List<SiteEntry>> byFile = entries.values().stream()
                .collect(Collectors.groupingBy(each -> each.entry().file()));
        progress.start(entries.size());
        try {
            for (SiteEntry each : entries.values()) {
                Markup content = page.html(each, byFile.getOrDefault(each.entry().file(), List.of()),
                        related(each.entry().id(), entries));
                files.write(SiteFiles.PAGES + each.page(),
                        frame.page("../", each.entry().question(), "", content));
                progress.embedded(1);
            }
        } finally {
            progress.end();
        }
        new SiteImages(search.manifest().corpus().stream().map(Path::of).toList()).write(entries.values(), files);
    }

    private List<SiteEntry> related(EntryId id, Map<EntryId, SiteEntry> entries) {
        return new Related(search).of(id, RELATED).stream().flatMap(results -> results.hits().stream())
                .filter(hit -> hit.rank() == 1 || hit.dense().score() >= NEAR).map(Hit::entry)
                .flatMap(entry -> Optional.ofNullable(entries.get(entry.id())).stream()).toList();
    }

    private void writeShared(SiteFiles files) throws IOException {
        StringBuilder style = new StringBuilder();
        STYLES.forEach(name -> style.append(Page.text(name)).append('\n'));
        files.write("site/style.css", style.toString());
        files.write("site/icon.svg", Page.text("icon.svg"));
        // A page that was opened from a file cannot load modules, and a script has no names of its own.
        files.write("site/search.js", "(() => {\n" + Page.text("site/export.bundle.js") + "})();\n");
        files.write(SiteFolder.MARKER, Json.bytes(Map.of("digest", search.manifest().digest())));
    }
}
