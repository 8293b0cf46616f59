package dev.qorpus.indexer.corpus;

import java.nio.ByteBuffer;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.models.Sha256;

/**
 * A set of ids that keeps 128 bits of the SHA-256 of each, so that millions of ids take little memory. Different ids never
 * have the same bits.
 */
final class IdSet {

    private static final int FIRST_CAPACITY = 1 << 12;

    /** Two numbers for each id; both are 0 where there is none. */
    private long[] table = new long[2 * FIRST_CAPACITY];
    private int size;

    /** Adds an id. Returns whether it is new. */
    boolean add(EntryId id) {
        ByteBuffer bits = ByteBuffer.wrap(Sha256.of(id.value()));
        long high = bits.getLong();
        // 0 is free.
        long low = bits.getLong() | 1;
        if (4 * size >= table.length) {
            grow();
        }
        boolean added = add(table, high, low);
        size += added ? 1 : 0;
        return added;
    }

    private static boolean add(long[] table, long high, long low) {
        int mask = table.length / 2 - 1;
        int slot = (int) high & mask;
        while (table[2 * slot + 1] != 0) {
            if (table[2 * slot] == high && table[2 * slot + 1] == low) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[2 * slot] = high;
        table[2 * slot + 1] = low;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0) {
                add(larger, table[i], table[i + 1]);
            }
        }
        table = larger;
    }
}
