package dev.qorpus.web.serve;

/** What can be wrong with a running server: what works all the same, and what to do. */
public enum Fault {

    /** Nothing can be answered. */
    INDEX_UNREADABLE("index", "the index cannot be read", "make it anew: qorpus index --rebuild", true),
    /** It is removed, or what lies in its place is none. */
    INDEX_GONE("index", "the published index is gone or damaged; the last one that was opened is answered from",
            "make it anew: qorpus index --rebuild", false),
    /** It is on a cluster, which may be back soon. */
    INDEX_AWAY("index", "the cluster does not answer, or not with the whole index",
            "see that its nodes run; it is asked again until it answers", true),
    /** The model, or the native libraries that run it. */
    DENSE_DOWN("dense", "the model cannot be loaded or run; questions are answered by words alone",
            "'qorpus doctor' says what is wrong", false),
    /** What is published stays as it was. */
    UPDATE_FAILED("updates",
            "the last change of the corpus could not be indexed; what was indexed before is answered from",
            "the server's standard error and 'qorpus doctor' say what is wrong", false),
    /** Soon nobody can connect. */
    FILES_SHORT("files", "nearly all file handles of the process are in use",
            "raise their number (ulimit -n), or have fewer connections", false);

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

    /** What is affected. */
    public String part() {
        return part;
    }

    /** What is wrong, and what works all the same; names no path of the machine. */
    public String what() {
        return what;
    }

    /** What to do if it does not end by itself. */
    public String mend() {
        return mend;
    }

    /** Both, as a sentence of a problem. */
    public String told() {
        return what + "; " + mend;
    }

    /** Whether no question can be answered. */
    public boolean isFatal() {
        return fatal;
    }
}
