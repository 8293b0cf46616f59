package dev.qorpus.web.json.state;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The health of a server.
 *
 * @param status always {@code up}
 * @param state {@code ready}; {@code degraded}, if it works with a fault; or {@code down}, if no question can be
 * answered
 * @param faults the current faults
 * @param indexing how far the index is that is being made, if one is
 */
public record HealthView(String status, String state, List<FaultView> faults, @Nullable IndexingView indexing) {

    /** A fault of a part, and what to do if it does not go away. */
    public record FaultView(String part, String what, String mend) {}

    /**
     * An index that is being made or updated, and what answers meanwhile.
     *
     * @param answers {@code published}: the index as it was published before; or {@code words}: the new index, by words
     * only
     * @param embedded how many entries are embedded
     * @param toEmbed how many have to be; 0 while the files are still being read
     */
    public record IndexingView(String answers, long embedded, long toEmbed) {}

    /** The view of these faults. */
    public static HealthView of(boolean down, List<FaultView> faults, @Nullable IndexingView indexing) {
        return new HealthView("up", down ? "down" : faults.isEmpty() ? "ready" : "degraded", faults, indexing);
    }
}
