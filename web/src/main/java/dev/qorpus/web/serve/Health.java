package dev.qorpus.web.serve;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import com.sun.management.UnixOperatingSystemMXBean;

/** What is wrong at the moment. Whoever notices a fault, or its end, says so here. */
public final class Health {

    private static final double NEARLY_ALL = 0.9;

    private final Set<Fault> faults = Collections.synchronizedSet(EnumSet.noneOf(Fault.class));

    /** Says that something is wrong. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    /** Says that it is no more. */
    public void mended(Fault fault) {
        faults.remove(fault);
    }

    /** Whether that is wrong. */
    public boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** All that is wrong. */
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

    /** Whether nearly all file handles are in use: then what cannot be opened need not be gone. */
    public boolean isShortOfFiles() {
        return fileShare() > NEARLY_ALL;
    }

    /** Which share of its file handles the process uses; 0 where the system does not say. */
    private static double fileShare() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return 0;
        }
        try {
            long open = unix.getOpenFileDescriptorCount();
            return open < 0 ? 1 : (double) open / unix.getMaxFileDescriptorCount();
        } catch (InternalError none) {
            // Counting them takes one: where there is none left, the JDK's count fails, or is negative in older ones.
            return 1;
        }
    }
}
