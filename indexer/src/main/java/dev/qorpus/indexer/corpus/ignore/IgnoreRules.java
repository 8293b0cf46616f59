package dev.qorpus.indexer.corpus.ignore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * The ignore files of a folder and of the folders above it. {@code .qorpusignore} has the syntax of {@code .gitignore} and
 * wins over it, and a nearer file wins over a farther one. Ignore files above the corpus folder are not read.
 */
public final class IgnoreRules {

    /** The names of ignore files, the stronger first. */
    public static final List<String> FILES = List.of(".qorpusignore", ".gitignore");

    /** Rules without any file. */
    public static final IgnoreRules NONE = new IgnoreRules(null, "", List.of());

    /** The largest ignore file, in bytes. */
    private static final int LARGEST = 1 << 20;

    private final @Nullable IgnoreRules parent;
    private final String folder;
    private final List<Optional<IgnoreNode>> files;

    private IgnoreRules(@Nullable IgnoreRules parent, String folder, List<Optional<IgnoreNode>> files) {
        this.parent = parent;
        this.folder = folder;
        this.files = files;
    }

    /**
     * The rules within a folder.
     *
     * @param path the folder
     * @param name its name below the corpus folder with a slash at the end, or the empty string for the corpus folder
     */
    public IgnoreRules within(Path path, String name) {
        List<Optional<IgnoreNode>> read = FILES.stream().map(path::resolve).map(IgnoreRules::read).toList();
        return read.stream().allMatch(Optional::isEmpty) ? this : new IgnoreRules(this, name, read);
    }

    private static Optional<IgnoreNode> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        IgnoreNode rules = new IgnoreNode();
        try (InputStream bytes = Files.newInputStream(file)) {
            rules.parse(new java.io.ByteArrayInputStream(bytes.readNBytes(LARGEST)));
        } catch (IOException e) {
            // Git also reads on without an ignore file that it cannot read.
            return Optional.empty();
        }
        return rules.getRules().isEmpty() ? Optional.empty() : Optional.of(rules);
    }

    /**
     * What the ignore files say about a file or folder.
     *
     * @param name its name below the corpus folder, without a slash at the end
     * @return the reason if it is ignored; the empty string if a rule keeps it; nothing if no rule concerns it
     */
    public Optional<String> verdict(String name, boolean isFolder) {
        for (int kind = 0; kind < FILES.size(); kind++) {
            for (IgnoreRules rules = this; rules.parent != null; rules = rules.parent) {
                IgnoreNode node = rules.files.get(kind).orElse(null);
                Boolean ignored = node == null
                        ? null
                        : node.checkIgnored(name.substring(rules.folder.length()), isFolder);
                if (ignored != null) {
                    return Optional.of(ignored ? "ignored by " + rules.folder + FILES.get(kind) : "");
                }
            }
        }
        return Optional.empty();
    }
}
