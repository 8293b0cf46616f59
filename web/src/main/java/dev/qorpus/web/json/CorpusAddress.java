package dev.qorpus.web.json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.CorpusImages;

/** Where the server has the images of a corpus. */
final class CorpusAddress {

    private CorpusAddress() {}

    /** The address of the image that a file's Markdown means, if it can be one of the corpus. */
    static Optional<String> of(String file, String destination) {
        return CorpusImages.name(file, destination).map(name -> Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/corpus/", "")));
    }
}
