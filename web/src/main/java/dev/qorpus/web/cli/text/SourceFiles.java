package dev.qorpus.web.cli.text;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/**
 * Places in files of the corpus, as text that leads to them. The address is {@code file://HOST/PATH#LINE}: terminals
 * open the file, and those that know lines, such as kitty and iTerm2, open it at the line. A file that is not on this
 * machine is no link.
 *
 * @param roots the folders and files of the corpus
 * @param terminal whether it has links
 */
public record SourceFiles(List<Path> roots, Terminal terminal) {

    /** Those of a corpus as a manifest names it. */
    public static SourceFiles of(List<String> roots, Terminal terminal) {
        return new SourceFiles(roots.stream().map(Path::of).toList(), terminal);
    }

    /** A place: {@code FILE:LINE}. */
    StyledText place(String file, int line) {
        return StyledText.of(file + ":" + line, Style.FAINT).linked(link(file, line));
    }

    private String link(String file, int line) {
        if (!terminal.links()) {
            return "";
        }
        try {
            Path name = Path.of(file);
            return roots.stream().flatMap(root -> candidates(folder(root), name)).filter(Files::isRegularFile)
                    .findFirst()
                    .map(path -> "file://" + terminal.host() + path.toUri().getRawPath() + "#" + line).orElse("");
        } catch (InvalidPathException e) {
            return "";
        }
    }

    /** Names begin below their root, or with names of folders above it where several roots have the same file. */
    private static Stream<Path> candidates(Path folder, Path name) {
        return Stream.iterate(0, dropped -> dropped < name.getNameCount(), dropped -> dropped + 1)
                .filter(dropped -> dropped == 0 || folder.endsWith(name.subpath(0, dropped)))
                .map(dropped -> folder.resolve(name.subpath(dropped, name.getNameCount())).normalize())
                .filter(path -> path.startsWith(folder));
    }

    private static Path folder(Path root) {
        Path whole = root.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return Files.isDirectory(whole) || parent == null ? whole : parent;
    }
}
