package dev.qorpus.web.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.sun.management.UnixOperatingSystemMXBean;

/** Checks the machine: disk space, file handles and clock. Each check returns what was found, or throws. */
public final class Machine {

    /** Enough for two copies of a small index, and the unpacked model files. */
    private static final long LEAST_FREE = 300L << 20;
    /** The usual limit. A server needs about a hundred, and one for each connection. */
    private static final long LEAST_HANDLES = 1_024;
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private Machine() {}

    public static String freeSpace(IndexAddress index) {
        Path place = index.nearestFolder();
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            String left = (free >> 20) + " MB left where the index is";
            if (free < LEAST_FREE) {
                throw new IllegalStateException(left + "; make room for at least " + (LEAST_FREE >> 20)
                        + " MB, or changes cannot be indexed");
            }
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + place + " cannot be asked", e);
        }
    }

    public static String fileHandles() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return "the system does not say";
        }
        long most = unix.getMaxFileDescriptorCount();
        if (most < LEAST_HANDLES) {
            throw new IllegalStateException("at most " + most + "; a server needs " + LEAST_HANDLES
                    + ": raise them with 'ulimit -n'");
        }
        return "at most " + most;
    }

    /** Compares the clock with the time when an index was published. */
    public static String clock(Instant published, Instant now) {
        Duration ahead = Duration.between(now, published);
        if (ahead.compareTo(TOLERATED) > 0) {
            throw new IllegalStateException("it is " + now + ", but the index was published at " + published
                    + ": the clock was set back, or that of the machine that made the index was ahead; set it right. "
                    + "Nothing is lost: changes are detected by content, not by time");
        }
        return "behind no index";
    }
}
