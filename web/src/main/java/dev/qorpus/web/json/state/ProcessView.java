package dev.qorpus.web.json.state;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The process.
 *
 * @param instance of this start of the program; no other has the same
 * @param jdk version and vendor of Java
 * @param heapUsed bytes of the heap in use
 * @param heapMax bytes it may grow to
 * @param resident resident bytes of the process, including the model; null if the system does not tell
 */
public record ProcessView(String instance, long uptimeSeconds, String jdk, String system, int processors, long heapUsed,
        long heapMax,
        @Nullable Long resident) {

    /** Of this process. */
    public static final String INSTANCE = UUID.randomUUID().toString();

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    /** The current values. */
    public static ProcessView now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return new ProcessView(INSTANCE, runtime.getUptime() / 1000,
                runtime.getVmVersion() + " (" + runtime.getVmVendor() + ")",
                system.getName() + " " + system.getArch(), system.getAvailableProcessors(), heap.getUsed(),
                heap.getMax(), residentBytes());
    }

    /** The resident bytes, on Linux. */
    public static @Nullable Long residentBytes() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
