package dev.qorpus.indexer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.models.Sha256;

/** SHA-256 over the whole entry, so that it covers everything that an index shows. */
final class EntryHash {

    private final MessageDigest digest = Sha256.digest();

    private EntryHash() {}

    /** The hash of an entry, in hexadecimal. */
    static String of(Entry entry) {
        EntryHash hash = new EntryHash();
        String number = entry.number();
        hash.add(entry.id().value());
        hash.add(entry.kind().id());
        hash.add(entry.title());
        hash.add(number == null ? "" : number);
        hash.add(entry.question());
        hash.add(entry.answer().markdown());
        hash.add(entry.answer().text());
        hash.add(Integer.toString(entry.section().size()));
        entry.section().forEach(hash::add);
        entry.labels().forEach((name, values) -> {
            hash.add(name);
            hash.add(Integer.toString(values.size()));
            values.forEach(hash::add);
        });
        hash.add(entry.language());
        hash.add(entry.file());
        hash.add(Integer.toString(entry.line()));
        return hash.hex();
    }

    /** The digest of a corpus, from the hashes of its entries ordered by id. */
    static String ofAll(SortedMap<?, String> hashes) {
        EntryHash hash = new EntryHash();
        hashes.values().forEach(hash::add);
        return hash.hex();
    }

    /** Adds a part with its length, so that different parts never give the same bytes. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
