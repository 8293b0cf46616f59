package dev.qorpus.indexer;

/** Hears how far an indexing run is. */
public interface Progress {

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void start(long entries) {}

        @Override
        public void embedded(long entries) {}

        @Override
        public void end() {}
    };

    /** Embedding begins; not called when nothing has to be embedded. */
    void start(long entries);

    /** So many entries more are embedded. */
    void embedded(long entries);

    /** Embedding has ended, well or not. */
    void end();

    /** All is published, and is now brought into the form that is searched fastest, which may take minutes. */
    default void optimizing() {}
}
