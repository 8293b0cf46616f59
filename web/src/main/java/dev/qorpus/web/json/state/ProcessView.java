package dev.qorpus.web.json.state;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The program that runs.
 *
 * @param jdk its version and maker
 * @param heapUsed bytes of the heap in use
 * @param heapMax bytes it may grow to
 * @param resident bytes of memory the process holds, the model's included; missing where the system does not say
 */
public record ProcessView(long uptimeSeconds, String jdk, String system, int processors, long heapUsed, long heapMax,
        @Nullable Long resident) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    /** As it is now. */
    public static ProcessView now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return new ProcessView(runtime.getUptime() / 1000, runtime.getVmVersion() + " (" + runtime.getVmVendor() + ")",
                system.getName() + " " + system.getArch(), system.getAvailableProcessors(), heap.getUsed(),
                heap.getMax(), residentBytes());
    }

    /** Resident bytes, as Linux tells them. */
    public static @Nullable Long residentBytes() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
