package dev.qorpus.web.export;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.html.AnswerLinks;
import dev.qorpus.indexer.corpus.html.SafeHtml;
import dev.qorpus.indexer.corpus.images.CorpusImages;

/**
 * The images that answers show, copied from the folders of the corpus. One that is not there, or is no image, is left out
 * as the server leaves it out.
 *
 * @param roots the folders and files of the corpus
 */
record SiteImages(List<Path> roots) {

    private static final Pattern SHOWN = Pattern.compile("<img src=\"" + SiteFiles.IMAGES + "([^\"]+)\"");

    void write(Collection<SiteEntry> entries, SiteFiles files) throws IOException {
        Set<String> names = new TreeSet<>();
        for (SiteEntry each : entries) {
            String html = SafeHtml.of(each.entry().answer().markdown(),
                    new AnswerLinks(each.entry().file(), SiteFiles.IMAGES, id -> false));
            SHOWN.matcher(html).results()
                    .forEach(image -> names.add(URLDecoder.decode(image.group(1), StandardCharsets.UTF_8)));
        }
        CorpusImages images = new CorpusImages(roots);
        for (String name : names) {
            Optional<CorpusImages.Image> image = images.image(name);
            if (image.isPresent()) {
                files.write(SiteFiles.IMAGES + name, image.get().bytes());
            }
        }
    }
}
