package dev.qorpus.indexer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.models.Sha256;

/** SHA-256 over everything an entry holds, so that whatever an index shows of it is covered. */
final class EntryHash {

    private final MessageDigest digest = Sha256.digest();

    private EntryHash() {}

    /** The hash of one entry in hexadecimal. */
    static String of(Entry entry) {
        EntryHash hash = new EntryHash();
        String number = entry.number();
        hash.add(entry.id().value());
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
        hash.add(entry.file());
        hash.add(Integer.toString(entry.line()));
        return hash.hex();
    }

    /** The digest of a corpus: of its entries' hashes, in the order of their ids. */
    static String ofAll(SortedMap<?, String> hashes) {
        EntryHash hash = new EntryHash();
        hashes.values().forEach(hash::add);
        return hash.hex();
    }

    /** With its length, so that no two different sequences are the same bytes. */
    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
