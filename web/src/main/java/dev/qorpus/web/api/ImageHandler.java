package dev.qorpus.web.api;

import java.nio.file.Path;
import java.util.Optional;

import io.javalin.http.Context;

import dev.qorpus.indexer.corpus.images.CorpusImages;
import dev.qorpus.search.Search;

/** Serves the images of the corpus that an index was made of. */
final class ImageHandler {

    /** What is opened by itself, an SVG above all, runs and loads nothing. */
    private static final String SANDBOX = "default-src 'none'; sandbox";

    private ImageHandler() {}

    static void answer(Search search, Context context) {
        CorpusImages images = new CorpusImages(search.manifest().corpus().stream().map(Path::of).toList());
        Optional<CorpusImages.Image> found = images.image(context.pathParam("path"));
        found.ifPresentOrElse(image -> {
            context.contentType(image.type()).header("Cache-Control", "no-cache");
            context.header("Content-Security-Policy", SANDBOX);
            if (image.type().equals("image/svg+xml")) {
                context.header("Content-Disposition", "attachment");
            }
            context.result(image.bytes());
        }, () -> Problem.of(404,
                "there is no such image in the corpus; served are png, jpg, gif, webp, avif and svg of at most "
                        + (CorpusImages.LARGEST >> 20) + " MB")
                .write(context));
    }
}
