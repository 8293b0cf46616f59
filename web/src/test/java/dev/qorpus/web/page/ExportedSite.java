package dev.qorpus.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

import dev.qorpus.web.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A corpus that the product has exported as a static site.
 *
 * @param folder with the index and the site
 */
record ExportedSite(Path folder) {

    /** Indexes a corpus and exports it, with further arguments of {@code export}. */
    static ExportedSite of(Path corpus, Path folder, String... arguments) {
        ExportedSite site = new ExportedSite(folder);
        Product.Run indexed = Product.in(folder).run("index", corpus.toAbsolutePath().toString(), "--index",
                site.index().toString(), "--model", "minilm,word-vectors");
        assertThat(indexed.exit()).as(indexed.err()).isZero();
        assertThat(site.export(arguments).exit()).isZero();
        return site;
    }

    /** Exports the index again. */
    Product.Run export(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("export", site().toString(), "--index", index().toString()));
        command.addAll(List.of(arguments));
        Product.Run run = Product.in(folder).run(command.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    Path index() {
        return folder.resolve("index");
    }

    Path site() {
        return folder.resolve("public/site");
    }

    /** A tab that may open nothing but the files of the site. */
    Tab tab(Browser browser, int width, ColorScheme scheme) {
        return new Tab(browser, origin(), new Browser.NewContextOptions().setViewportSize(width, 900)
                .setColorScheme(scheme));
    }

    /** What every address of the site begins with, without a slash at its end. */
    String origin() {
        return site().toUri().toString().replaceAll("/$", "");
    }

    /** All files with their content, as text of one character for each byte. */
    SortedMap<String, String> files() {
        try (Stream<Path> files = Files.walk(site())) {
            SortedMap<String, String> all = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(site().relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
