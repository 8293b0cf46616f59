package dev.qorpus.indexer.corpus.source;

/**
 * The largest file of a format that is parsed as a whole. A parsed file needs many times its size, so the limit also depends
 * on the largest heap: a file that would fill it becomes a finding.
 */
public final class LargestFile {

    /** The bytes of heap that a byte of the most expensive syntax needs. Measured: 60 to 100. */
    private static final int HEAP_FOR_A_BYTE = 128;

    private LargestFile() {}

    /**
     * The largest size in bytes.
     *
     * @param most the largest size with any heap
     */
    public static int bytes(int most) {
        return bytes(most, Runtime.getRuntime().maxMemory());
    }

    /**
     * The largest size in bytes with a heap.
     *
     * @param heap the largest heap in bytes
     */
    static int bytes(int most, long heap) {
        return (int) Math.min(most, heap / HEAP_FOR_A_BYTE);
    }

    /**
     * Why a larger file is not read, and what to do.
     *
     * @param most the largest size with any heap
     * @param format the name of the format
     */
    public static String message(int most, String format) {
        int limit = bytes(most);
        return "more than " + limit + " bytes are too many for " + format
                + (limit < most
                        ? " with a heap of " + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MB; split the file, or allow Java more memory (JAVA_TOOL_OPTIONS=-Xmx2g)"
                        : "; split the file");
    }
}
