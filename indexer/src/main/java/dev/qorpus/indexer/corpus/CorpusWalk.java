package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.ignore.BuildFolders;
import dev.qorpus.indexer.corpus.ignore.IgnoreRules;
import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * Walks through the folders of a corpus and collects their files. A place that cannot be listed becomes a finding, and the
 * walk continues. A symbolic link is followed after all that is no link, unless what it leads to is read already: so no
 * file is read twice, and no walk goes in circles.
 */
final class CorpusWalk {

    /** A folder with this file is a judged collection, not a corpus. */
    static final String JUDGMENTS = "qrels.tsv";

    /**
     * A file or folder below a root.
     *
     * @param path the path, through links
     * @param real the path without links
     * @param name the name below the root; a folder has a slash at its end, and the root has the empty string
     * @param rules the ignore files of the folder that contains it
     * @param listing receives what is found
     */
    private record Place(Path path, Path real, String name, IgnoreRules rules, CorpusListing listing) {
        Place child(Path child, boolean folder, IgnoreRules inside) {
            return new Place(child, real.resolve(child.getFileName()),
                    name + SingleLine.of(child.getFileName().toString()) + (folder ? "/" : ""), inside,
                    listing);
        }

        /** The place that a link leads to. */
        Place at(Path target, boolean folder) {
            return new Place(path, target, name + (folder ? "/" : ""), rules, listing);
        }

        String bareName() {
            return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        }

        boolean isHidden() {
            return path.getFileName() != null && path.getFileName().toString().startsWith(".");
        }
    }

    /** The real paths of the roots. */
    private final Set<Path> roots = new HashSet<>();
    /** The real paths of the folders and files that were visited. */
    private final Set<Path> visited = new HashSet<>();
    private final TreeMap<String, Place> links = new TreeMap<>();

    /**
     * Lists the files below a root that is a folder, without its links.
     *
     * @throws CorpusException if the folder itself cannot be listed
     */
    CorpusListing folder(Path root) {
        CorpusListing listing = new CorpusListing(root);
        Path real = FileStamps.real(root);
        roots.add(real);
        // The walk goes through the real path, so that its files are known by their real paths.
        if (!Files.isReadable(real)) {
            throw new CorpusException(root.toString(), "cannot be read; make it readable, or name another folder");
        }
        folder(new Place(real, real, "", IgnoreRules.NONE, listing));
        return listing;
    }

    /** Lists a root that is a file. */
    CorpusListing file(Path root) {
        CorpusListing listing = new CorpusListing(root);
        if (visited.add(FileStamps.real(root))) {
            listing.files().add(new CorpusListing.SourceFile(root, SingleLine.of(root.getFileName().toString()),
                    FileFormats.explicitParser(root)));
        }
        return listing;
    }

    /** Follows the links that were found below the roots, and the links that these lead to. Called after all roots. */
    void followLinks() {
        while (!links.isEmpty()) {
            Place link = links.pollFirstEntry().getValue();
            try {
                follow(link, link.path().toRealPath());
            } catch (IOException e) {
                ignore(link, "a link that leads nowhere");
            }
        }
    }

    private void follow(Place link, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            Place folder = link.at(target, true);
            boolean around = link.real().startsWith(target)
                    || FileStamps.real(link.listing().root()).startsWith(target);
            if (around) {
                ignore(folder, "a link to a folder that contains it");
            } else if (visited.contains(target)) {
                ignore(folder, "a link to a folder that is read already");
            } else if (roots.stream().anyMatch(root -> root.startsWith(target))) {
                ignore(folder, "a link to a folder that contains another folder of the corpus");
            } else {
                enter(folder);
            }
        } else if (visited.contains(target)) {
            ignore(link, "a link to a file that is read already");
        } else {
            file(link.at(target, false), Files.readAttributes(target, BasicFileAttributes.class));
        }
    }

    private static void ignore(Place place, String reason) {
        place.listing().ignored(place.name(), reason);
    }

    /** Lists a folder below a root, unless something says that it is no content. */
    private void enter(Place folder) {
        if (folder.isHidden()) {
            return;
        }
        Optional<String> verdict = folder.rules().verdict(folder.bareName(), true);
        Optional<String> reason = verdict.or(() -> BuildFolders.reason(folder.path())).filter(why -> !why.isEmpty());
        if (reason.isPresent()) {
            ignore(folder, reason.get());
        } else if (Files.exists(folder.path().resolve(JUDGMENTS))) {
            ignore(folder, "a judged collection: it contains " + JUDGMENTS);
        } else {
            folder(folder);
        }
    }

    private void folder(Place folder) {
        if (!visited.add(folder.real())) {
            return;
        }
        IgnoreRules inside = folder.rules().within(folder.path(), folder.name());
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
            stream.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(folder, "the folder cannot be listed; make it readable, or move it elsewhere");
        }
        children.forEach(child -> child(folder, child, inside));
    }

    private void child(Place folder, Path path, IgnoreRules inside) {
        Place file = folder.child(path, false, inside);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                links.put(file.listing().root() + "\n" + file.name(), file);
            } else if (attributes.isDirectory()) {
                enter(folder.child(path, true, inside));
            } else {
                file(file, attributes);
            }
        } catch (IOException e) {
            unreadable(file, "cannot be read; make it readable, or move it elsewhere");
        }
    }

    private void file(Place file, BasicFileAttributes attributes) {
        // Pipes and devices are never opened, because reading them may block for ever.
        if (!attributes.isRegularFile() || !visited.add(file.real())) {
            return;
        }
        Optional<FileParser> parser = FileFormats.parser(file.path());
        Optional<String> ignored = file.rules().verdict(file.name(), false).filter(why -> !why.isEmpty());
        if (ignored.isPresent()) {
            parser.ifPresent(known -> ignore(file, ignored.get()));
        } else if (parser.isPresent() && !parser.get().isForeign(() -> Files.newInputStream(file.path()))) {
            file.listing().files().add(new CorpusListing.SourceFile(file.path(), file.name(), parser.get()));
        } else if (!file.isHidden()) {
            file.listing().unread(FileFormats.suffix(file.path()));
        }
    }

    private static void unreadable(Place place, String message) {
        place.listing().findings().add(new Finding(Finding.Rule.UNREADABLE_FILE, place.name(), 1, null, message));
    }
}
