package dev.qorpus.web.serve;

/** The faults of a running server, each with what still works and what to do. */
public enum Fault {

    /** No question can be answered. */
    INDEX_UNREADABLE("index", "the index cannot be read", "rebuild it: qorpus index --rebuild", true),
    /** It was removed, or its files were replaced. */
    INDEX_GONE("index", "the published index is gone or damaged; the server still uses the one it opened before",
            "rebuild it: qorpus index --rebuild", false),
    /** It is on a cluster that may come back. */
    INDEX_AWAY("index", "the cluster does not answer, or not with the whole index",
            "check that its nodes run; the server retries until it answers", true),
    /** The model, or its native libraries. */
    DENSE_DOWN("dense", "the model cannot be loaded or run; search is lexical only",
            "'qorpus doctor' says what is wrong", false),
    /** The first index is being embedded. Meanwhile another one answers, which has words only. */
    VECTORS_PENDING("dense", "the first index is still being embedded; search is lexical only until then",
            "wait; /health says how far it is", false),
    /** The published index stays. */
    UPDATE_FAILED("updates",
            "the last change of the corpus could not be indexed; the server still uses the index from before",
            "the server's standard error and 'qorpus doctor' say what is wrong", false),
    /** Soon new connections will fail. */
    FILES_SHORT("files", "nearly all file handles of the process are in use",
            "raise the limit (ulimit -n), or reduce connections", false);

    private final String part;
    private final String what;
    private final String mend;
    private final boolean fatal;

    Fault(String part, String what, String mend, boolean fatal) {
        this.part = part;
        this.what = what;
        this.mend = mend;
        this.fatal = fatal;
    }

    /** The part that is affected. */
    public String part() {
        return part;
    }

    /** What is wrong, and what still works; without paths of the machine. */
    public String what() {
        return what;
    }

    /** What to do if it does not go away. */
    public String mend() {
        return mend;
    }

    /** What is wrong and what to do, as a sentence of a problem. */
    public String message() {
        return what + "; " + mend;
    }

    /** Whether no question can be answered. */
    public boolean isFatal() {
        return fatal;
    }
}
