package dev.qorpus.models.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.models.directory.file.DirectoryFiles;

/**
 * The modules of a sentence-transformer, in order, as {@code modules.json} names them.
 *
 * @param modules the modules
 */
record ModuleList(List<Module> modules) {

    static final String FILE = "modules.json";
    private static final String PREFIX = "sentence_transformers.";
    /** Models for late interaction have a linear layer of this library. */
    private static final String LATE_PREFIX = "pylate.";

    /** The kinds of modules that are known. */
    enum Kind {
        TRANSFORMER("Transformer"), STATIC("StaticEmbedding"), POOLING("Pooling"), DENSE("Dense"), NORM(
                "LayerNorm"), NORMALIZE("Normalize"), DROPOUT("Dropout");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * A module.
     *
     * @param kind its kind
     * @param folder its folder, relative to the root; empty for the root
     */
    record Module(Kind kind, String folder) {

        /** The transformer of a directory without a list of modules. */
        static final Module TRANSFORMER = new Module(Kind.TRANSFORMER, "");

        /** A file of this module, relative to the root. */
        String file(String name) {
            return folder.isEmpty() ? name : folder + "/" + name;
        }
    }

    /** Reads the list. Without one, a directory holds a transformer, and a pooling where there is a folder for it. */
    static ModuleList read(DirectoryFiles files) {
        JsonNode list = files.json(FILE);
        if (list.isMissingNode()) {
            return new ModuleList(List.of(Module.TRANSFORMER, new Module(Kind.POOLING, "1_Pooling")));
        }
        List<Module> modules = new ArrayList<>();
        for (JsonNode node : list.values()) {
            modules.add(module(files, node));
        }
        if (modules.isEmpty()) {
            throw files.failure(FILE + " names no module; fetch it again");
        }
        return new ModuleList(modules);
    }

    private static Module module(DirectoryFiles files, JsonNode node) {
        String type = node.path("type").asString("");
        String name = type.substring(type.lastIndexOf('.') + 1);
        for (Kind kind : Kind.values()) {
            boolean known = type.startsWith(PREFIX) || (kind == Kind.DENSE && type.startsWith(LATE_PREFIX));
            if (kind.label.equals(name) && known) {
                String folder = node.path("path").asString("").replaceAll("^\\.?/?|/+$", "");
                return new Module(kind, folder);
            }
        }
        List<String> known = Arrays.stream(Kind.values()).map(kind -> kind.label).sorted().toList();
        throw files.failure(FILE + " names the module " + (type.isEmpty() ? node : type)
                + (type.startsWith(PREFIX) ? "" : ", which has code of its own") + "; allowed are "
                + String.join(", ", known) + " of sentence_transformers");
    }

    Module first() {
        return modules.getFirst();
    }

    Optional<Module> first(Kind kind) {
        return modules.stream().filter(module -> module.kind == kind).findFirst();
    }

    /** The modules behind the pooling. */
    List<Module> layers() {
        return modules.stream()
                .filter(module -> Set.of(Kind.DENSE, Kind.NORM, Kind.NORMALIZE).contains(module.kind)).toList();
    }
}
