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

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.links.LinkDestination;

/**
 * The images that lie in a corpus's folders, and nothing else of them: what is hidden, what a link leads out to, what
 * is no regular file, and what is no image by name and by its first bytes is not there. A corpus that is a single
 * file has no folder, hence no images.
 *
 * @param roots the corpus's folders and files
 */
public record CorpusImages(List<Path> roots) {

    /** The largest image, in bytes. */
    public static final int LARGEST = 20 << 20;

    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg",
            "image/jpeg", "gif", "image/gif", "webp", "image/webp", "avif", "image/avif", "svg", "image/svg+xml");
    /** How a file of each type begins, its bytes read as Latin-1. */
    private static final Map<String, Pattern> BEGINNINGS = Map.of("image/png", Pattern.compile("\\A\u0089PNG\r\n"),
            "image/jpeg", Pattern.compile("\\A\u00ff\u00d8\u00ff"), "image/gif", Pattern.compile("\\AGIF8[79]a"),
            "image/webp", Pattern.compile("\\ARIFF....WEBP", Pattern.DOTALL), "image/avif",
            Pattern.compile("\\A....ftypavi[fs]", Pattern.DOTALL), "image/svg+xml",
            Pattern.compile("\\A(?:\u00ef\u00bb\u00bf)?\\s*<(?:svg|\\?xml|!--|!DOCTYPE svg)",
                    Pattern.CASE_INSENSITIVE));
    private static final int BEGINNING = 64;
    private static final Set<String> LEFT_OUT = Set.of("node_modules");

    /**
     * An image.
     *
     * @param type its media type
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes for the wire, never compared.
    public record Image(String type, byte[] bytes) {}

    /** Keeps a copy. */
    public CorpusImages {
        roots = List.copyOf(roots);
    }

    /**
     * The name of the image that a destination in a file's Markdown means.
     *
     * @param file the file's name below the corpus folder
     * @param destination as written; one that begins with a slash counts from the corpus folder
     * @return its name below the corpus folder; nothing if it is elsewhere, or no image by its name
     */
    public static Optional<String> name(String file, String destination) {
        return LinkDestination.of(file, destination).map(LinkDestination::path).filter(CorpusImages::isName);
    }

    /** The image of that name, if there is one that may be seen and is not larger than {@link #LARGEST}. */
    public Optional<Image> image(String name) {
        return isName(name)
                ? roots.stream().flatMap(root -> below(root, name).stream()).findFirst()
                : Optional.empty();
    }

    private static boolean isName(String name) {
        return type(name) != null && Arrays.stream(name.split("/", -1)).allMatch(CorpusImages::mayBeSeen);
    }

    /** Neither empty nor hidden, which ".." is as well, nor a way to write another separator. */
    private static boolean mayBeSeen(String part) {
        return !part.isEmpty() && !part.startsWith(".") && !LEFT_OUT.contains(part) && part.indexOf('\\') < 0
                && part.chars().noneMatch(Character::isISOControl);
    }

    private static @Nullable String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<Image> below(Path root, String name) {
        try {
            Path folder = root.toRealPath();
            Path file = folder.resolve(name).toRealPath();
            // Where links led is what counts: it lies in the folder, is not hidden there, and is an image by its name.
            String real = folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
            String type = type(real);
            if (!file.startsWith(folder) || !isName(real) || type == null || !mayBeRead(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                return bytes.length <= LARGEST && beginsAs(type, bytes)
                        ? Optional.of(new Image(type, bytes))
                        : Optional.empty();
            }
        } catch (IOException | InvalidPathException e) {
            // Not there, or not to be read: for who asks, the same.
            return Optional.empty();
        }
    }

    /** Pipes and devices are never opened: reading one may wait for ever. */
    private static boolean mayBeRead(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isRegularFile() && attributes.size() <= LARGEST;
    }

    private static boolean beginsAs(String type, byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
        Pattern expected = BEGINNINGS.get(type);
        return expected != null && expected.matcher(beginning).find();
    }
}
