package dev.qorpus.indexer.corpus.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.links.LinkDestination;

/**
 * The images in the folders of a corpus. Nothing else is visible: no hidden files, no files outside the folders, and no
 * special files. A file is an image by its name and its first bytes. A corpus that is a single file has no images.
 *
 * @param roots the folders and files of the corpus
 */
public record CorpusImages(List<Path> roots) {

    /** The largest image, in bytes. */
    public static final int LARGEST = 20 << 20;

    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg",
            "image/jpeg", "gif", "image/gif", "webp", "image/webp", "avif", "image/avif", "svg", "image/svg+xml");
    /** The first bytes of each type of file, read as Latin-1. */
    private static final Map<String, Pattern> SIGNATURES = Map.of("image/png", Pattern.compile("\\A\u0089PNG\r\n"),
            "image/jpeg", Pattern.compile("\\A\u00ff\u00d8\u00ff"), "image/gif", Pattern.compile("\\AGIF8[79]a"),
            "image/webp", Pattern.compile("\\ARIFF....WEBP", Pattern.DOTALL), "image/avif",
            Pattern.compile("\\A....ftypavi[fs]", Pattern.DOTALL), "image/svg+xml",
            Pattern.compile("\\A(?:\u00ef\u00bb\u00bf)?\\s*<(?:svg|\\?xml|!--|!DOCTYPE svg)",
                    Pattern.CASE_INSENSITIVE));
    private static final int SIGNATURE_BYTES = 64;
    private static final Set<String> IGNORED_FOLDERS = Set.of("node_modules");

    /**
     * An image.
     *
     * @param type the media type
     * @param bytes the content
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes for the wire, never compared.
    public record Image(String type, byte[] bytes) {}

    /** Keeps a copy. */
    public CorpusImages {
        roots = List.copyOf(roots);
    }

    /**
     * Resolves the destination of an image.
     *
     * @param file the name of the Markdown file below the corpus folder
     * @param destination the destination in the Markdown; if it begins with a slash, it is relative to the corpus folder
     * @return the name of the image below the corpus folder; empty if it is elsewhere, or if the name is not an image's
     */
    public static Optional<String> name(String file, String destination) {
        return LinkDestination.of(file, destination).map(LinkDestination::path).filter(CorpusImages::isName);
    }

    /** Reads an image; empty if there is no visible image with the name, or if it is larger than {@link #LARGEST}. */
    public Optional<Image> image(String name) {
        return isName(name)
                ? roots.stream().flatMap(root -> names(root, name).flatMap(below -> below(root, below).stream()))
                        .findFirst()
                : Optional.empty();
    }

    /** The name, and the name without the folders that tell apart roots with files of the same name. */
    private static Stream<String> names(Path root, String name) {
        Path folder = root.toAbsolutePath().normalize();
        Stream<String> shorter = IntStream.range(0, folder.getNameCount())
                .mapToObj(i -> folder.subpath(i, folder.getNameCount()).toString().replace('\\', '/') + "/")
                .filter(name::startsWith).map(prefix -> name.substring(prefix.length()));
        return Stream.concat(Stream.of(name), shorter);
    }

    private static boolean isName(String name) {
        return type(name) != null && Arrays.stream(name.split("/", -1)).allMatch(CorpusImages::isVisible);
    }

    /** Whether a part of a name is visible. It must not be empty, hidden or "..", and must not contain separators. */
    private static boolean isVisible(String part) {
        return !part.isEmpty() && !part.startsWith(".") && !IGNORED_FOLDERS.contains(part) && part.indexOf('\\') < 0
                && part.chars().noneMatch(Character::isISOControl);
    }

    private static @Nullable String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<Image> below(Path root, String name) {
        try {
            Path folder = root.toRealPath();
            Path file = folder.resolve(name).toRealPath();
            // The checks apply to the target of symbolic links.
            String real = folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
            String type = type(real);
            if (!file.startsWith(folder) || !isName(real) || type == null || !isReadable(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                return bytes.length <= LARGEST && hasSignature(type, bytes)
                        ? Optional.of(new Image(type, bytes))
                        : Optional.empty();
            }
        } catch (IOException | InvalidPathException e) {
            // A file that cannot be read is treated like a file that does not exist.
            return Optional.empty();
        }
    }

    /** Pipes and devices are never opened, because reading them may block for ever. */
    private static boolean isReadable(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isRegularFile() && attributes.size() <= LARGEST;
    }

    private static boolean hasSignature(String type, byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, SIGNATURE_BYTES), StandardCharsets.ISO_8859_1);
        Pattern expected = SIGNATURES.get(type);
        return expected != null && expected.matcher(beginning).find();
    }
}
