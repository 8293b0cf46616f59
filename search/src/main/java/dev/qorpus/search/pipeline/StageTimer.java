package dev.qorpus.search.pipeline;

/** Times the stages of one search, and ends it between two of them if its thread was interrupted. */
final class StageTimer {

    private long last = System.nanoTime();

    /**
     * The milliseconds since the last lap.
     *
     * @throws CancelledException if the thread was interrupted
     */
    double lap() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
        long now = System.nanoTime();
        double millis = (now - last) / 1e6;
        last = now;
        return millis;
    }
}
