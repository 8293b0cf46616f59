package dev.qorpus.web.export;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.Passage;
import dev.qorpus.models.Sha256;

/**
 * An entry of the site.
 *
 * @param entry the entry
 * @param passages the passages of its answer
 * @param page the name of its page, without a folder
 */
record SiteEntry(Entry entry, List<Passage> passages, String page) {

    private static final int LONGEST_NAME = 80;
    private static final int HASH_BYTES = 4;

    static SiteEntry of(Entry entry, List<Passage> passages) {
        return new SiteEntry(entry, passages, page(entry.id()));
    }

    /**
     * The name of an entry's page. It depends on the id alone, so links stay when the corpus changes. Every file system and
     * web server takes it as it is: it has small letters, digits and hyphens only.
     */
    static String page(EntryId id) {
        String readable = id.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = readable.substring(Math.max(0, readable.length() - LONGEST_NAME)).replaceAll("^-", "");
        String hash = HexFormat.of().formatHex(Sha256.of(id.value()), 0, HASH_BYTES);
        return (shortened.isEmpty() ? "" : shortened + "-") + hash + ".html";
    }

    /** The title of the document and the headings above the entry. */
    List<String> place() {
        return entry.title().isEmpty()
                ? entry.section()
                : Stream.concat(Stream.of(entry.title()), entry.section().stream())
                        .toList();
    }
}
