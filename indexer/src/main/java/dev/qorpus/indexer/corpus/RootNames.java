package dev.qorpus.indexer.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * Tells apart files of several roots that have the same name. Such roots put the name of their folder before all their
 * names, and as much of the path above it as is needed. The names of other roots stay as they are.
 */
final class RootNames {

    private RootNames() {}

    /**
     * The prefix of each root, in order: the empty string, or folder names with a slash behind each.
     *
     * @param roots what lies below each root
     */
    static List<String> prefixes(List<CorpusListing> roots) {
        int[] folders = new int[roots.size()];
        List<String> prefixes = new ArrayList<>();
        // A longer prefix may collide with a further root, so this is repeated until nothing changes.
        for (boolean changed = true; changed;) {
            changed = false;
            prefixes.clear();
            for (int i = 0; i < folders.length; i++) {
                prefixes.add(prefix(roots.get(i).root(), folders[i]));
            }
            for (int i : colliding(roots, prefixes)) {
                if (folders[i] < folder(roots.get(i).root()).getNameCount()) {
                    folders[i]++;
                    changed = true;
                }
            }
        }
        return prefixes;
    }

    private static Set<Integer> colliding(List<CorpusListing> roots, List<String> prefixes) {
        Map<String, Integer> owners = new HashMap<>();
        Set<Integer> colliding = new HashSet<>();
        for (int i = 0; i < roots.size(); i++) {
            for (CorpusListing.SourceFile file : roots.get(i).files()) {
                Integer other = owners.putIfAbsent(prefixes.get(i) + file.name(), i);
                if (other != null && other != i) {
                    colliding.addAll(List.of(other, i));
                }
            }
        }
        return colliding;
    }

    /** The folder that gives a root its name: the root itself, or the folder of a file. */
    private static Path folder(Path root) {
        Path real = root.toAbsolutePath().normalize();
        Path parent = real.getParent();
        return Files.isDirectory(real) || parent == null ? real : parent;
    }

    private static String prefix(Path root, int folders) {
        Path folder = folder(root);
        StringBuilder prefix = new StringBuilder();
        for (int i = folder.getNameCount() - folders; i < folder.getNameCount(); i++) {
            prefix.append(SingleLine.of(folder.getName(i).toString())).append('/');
        }
        return prefix.toString();
    }
}
