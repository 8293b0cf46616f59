package dev.qorpus.indexer.schema;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as JSON, which every engine stores with its entries. */
public final class ManifestJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestJson() {}

    /** Writes a manifest. */
    public static String write(IndexManifest manifest) {
        return JSON.writeValueAsString(manifest);
    }

    /**
     * Reads a manifest.
     *
     * @param address the address of the index, for messages
     * @throws IndexException if the manifest is damaged, or has another schema version
     */
    public static IndexManifest read(String address, String json) {
        try {
            int version = JSON.readTree(json).path("schemaVersion").asInt(0);
            if (version != IndexSchema.VERSION) {
                throw new IndexException(address, "has schema " + version + ", but this Qorpus reads schema "
                        + IndexSchema.VERSION + "; rebuild it: qorpus index --rebuild");
            }
            return JSON.readValue(json, IndexManifest.class);
        } catch (JacksonException e) {
            throw new IndexException(address, "has a damaged manifest; rebuild it: qorpus index --rebuild", e);
        }
    }
}
