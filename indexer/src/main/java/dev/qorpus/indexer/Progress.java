package dev.qorpus.indexer;

/** Is told how far an indexing run is. */
public interface Progress {

    /** Ignores all calls. */
    Progress NONE = new Progress() {
        @Override
        public void start(long entries) {}

        @Override
        public void embedded(long entries) {}

        @Override
        public void end() {}
    };

    /** Embedding begins. It is not called if nothing must be embedded. */
    void start(long entries);

    /** More entries are embedded. */
    void embedded(long entries);

    /** Embedding has ended, successfully or not. */
    void end();

    /** The index is published and is now optimized, which may take minutes. */
    default void optimizing() {}
}
