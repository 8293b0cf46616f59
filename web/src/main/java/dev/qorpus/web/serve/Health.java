package dev.qorpus.web.serve;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import com.sun.management.UnixOperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.json.state.HealthView.IndexingView;

/** The current faults. Parts of the server report here when a fault starts and ends. */
public final class Health {

    private static final double NEARLY_ALL = 0.9;

    private volatile @Nullable IndexingView indexing;
    private final Set<Fault> faults = Collections.synchronizedSet(EnumSet.noneOf(Fault.class));

    /** Reports a fault. */
    public void report(Fault fault) {
        faults.add(fault);
    }

    /** Reports that a fault is over. */
    public void resolve(Fault fault) {
        faults.remove(fault);
    }

    /** Reports how far an index is that is being made; null once it is there. */
    public void indexing(@Nullable IndexingView state) {
        indexing = state;
    }

    /** How far an index is that is being made; empty if none is. */
    public Optional<IndexingView> indexing() {
        return Optional.ofNullable(indexing);
    }

    /** Whether there is that fault. */
    public boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** All current faults. */
    public Set<Fault> faults() {
        Set<Fault> all = EnumSet.noneOf(Fault.class);
        synchronized (faults) {
            all.addAll(faults);
        }
        if (isShortOfFiles()) {
            all.add(Fault.FILES_SHORT);
        }
        return all;
    }

    /** Whether nearly all file handles are in use. Files that cannot be opened then may still exist. */
    public boolean isShortOfFiles() {
        return fileShare() > NEARLY_ALL;
    }

    /** The share of file handles in use; 0 if the system does not tell. */
    private static double fileShare() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return 0;
        }
        try {
            long open = unix.getOpenFileDescriptorCount();
            return open < 0 ? 1 : (double) open / unix.getMaxFileDescriptorCount();
        } catch (InternalError none) {
            // Counting needs a file handle. Without a free one the JDK fails, or returns a negative
            // number in older versions.
            return 1;
        }
    }
}
