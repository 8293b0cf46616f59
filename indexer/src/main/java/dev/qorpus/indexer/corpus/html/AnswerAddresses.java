package dev.qorpus.indexer.corpus.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.images.CorpusImages;
import dev.qorpus.indexer.corpus.links.LinkDestination;

/**
 * What the destinations in one file's answers become in HTML.
 *
 * @param file the file's name below the corpus folder
 * @param images what stands before the name of an image of the corpus
 * @param exists whether there is an entry of an id
 */
public record AnswerAddresses(String file, String images, Predicate<EntryId> exists) {

    /** Where an image is served, if it may be one of the corpus. */
    Optional<String> image(String written) {
        return CorpusImages.name(file, written).map(name -> Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", images, "")));
    }

    /** {@code #} and the escaped id of the entry that a link leads to, if it leads to one. */
    Optional<String> link(String written) {
        return LinkDestination.of(file, written).filter(to -> !to.anchor().isEmpty())
                .map(to -> new EntryId(to.path() + "#" + to.anchor())).filter(exists)
                .map(id -> "#" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
