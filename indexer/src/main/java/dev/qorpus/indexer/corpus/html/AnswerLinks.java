package dev.qorpus.indexer.corpus.html;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.images.CorpusImages;
import dev.qorpus.indexer.corpus.links.LinkDestination;

/**
 * Resolves the links and images in the answers of one file.
 *
 * @param file the name of the file below the corpus folder
 * @param images the address under which the images of the corpus are served; a name is appended to it
 * @param exists whether an entry with an id exists
 * @param page the address of an entry
 */
public record AnswerLinks(String file, String images, Predicate<EntryId> exists, Function<EntryId, String> page) {

    /** Entries have {@code #} and the escaped id as their address. */
    public AnswerLinks(String file, String images, Predicate<EntryId> exists) {
        this(file, images, exists, id -> "#" + escaped(id.value()));
    }

    /** The address of an image; empty if it cannot be an image of the corpus. */
    Optional<String> image(String written) {
        return CorpusImages.name(file, written).map(name -> Arrays.stream(name.split("/", -1))
                .map(AnswerLinks::escaped)
                .collect(Collectors.joining("/", images, "")));
    }

    /** {@code #} and the escaped id of the entry that a link leads to; empty if it leads to no entry. */
    Optional<String> link(String written) {
        return LinkDestination.of(file, written).filter(to -> !to.anchor().isEmpty())
                .map(to -> new EntryId(to.path() + "#" + to.anchor())).filter(exists)
                .map(id -> "#" + escaped(id.value()));
    }

    /** The address of the entry that {@code #} and an escaped id name. */
    String page(String link) {
        return page.apply(new EntryId(URLDecoder.decode(link.substring(1), StandardCharsets.UTF_8)));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
