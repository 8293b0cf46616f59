package dev.qorpus.indexer.schema;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as the text that every engine keeps beside its entries. */
public final class ManifestJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestJson() {}

    /** The text of a manifest. */
    public static String of(IndexManifest manifest) {
        return JSON.writeValueAsString(manifest);
    }

    /**
     * The manifest of a text.
     *
     * @param address of the index, for messages
     * @throws IndexException if it is damaged, or its schema is another
     */
    public static IndexManifest read(String address, String json) {
        try {
            int version = JSON.readTree(json).path("schemaVersion").asInt(0);
            if (version != IndexSchema.VERSION) {
                throw new IndexException(address, "has schema " + version + ", this Qorpus reads "
                        + IndexSchema.VERSION + "; make it anew: qorpus index --rebuild");
            }
            return JSON.readValue(json, IndexManifest.class);
        } catch (JacksonException e) {
            throw new IndexException(address, "has a damaged manifest; make it anew: qorpus index --rebuild", e);
        }
    }
}
