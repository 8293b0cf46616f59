package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Hostile text in a corpus that is exported: the site shows all of it as text. */
@ExtendWith(Chromium.class)
class HostileSiteIT {

    private static final String OFFENCES = """
            () => {
              const foreign = 'script style iframe frame object embed svg math video audio form input base meta link template'
                .split(' ').map((name) => `main ${name}`).join(',');
              const offends = (element) => element.getAttributeNames()
                .some((name) => name.startsWith('on') || (name === 'style' && !element.matches('.bar')))
                || (element.localName === 'a' && !/^(file|https?|mailto):|^$/.test(element.href));
              const offences = [...document.querySelectorAll(foreign), ...[...document.querySelectorAll('main *')].filter(offends)];
              return [...offences.map((element) => element.outerHTML), ...(window.__hacked === undefined ? [] : ['hacked'])];
            }
            """;

    @TempDir
    static Path folder;

    private static ExportedSite site;

    @BeforeAll
    static void export() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        HostileCorpus.write(corpus);
        site = ExportedSite.of(corpus, folder, "--title", HostileCorpus.ATTACKS.getFirst());
    }

    @Test
    void everyPageIsText(Browser browser) throws IOException {
        List<String> pages;
        try (Stream<Path> files = Files.list(site.site().resolve("entry"))) {
            pages = files.map(file -> "/entry/" + file.getFileName()).sorted().toList();
        }
        try (Tab tab = site.tab(browser, 1280, ColorScheme.LIGHT)) {
            // Images that the corpus has not are no files of the site.
            tab.expect("net::ERR_FILE_NOT_FOUND");
            for (String page : Stream.concat(Stream.of("/topics.html", "/entries.html"), pages.stream()).toList()) {
                tab.page().navigate(site.origin() + page);
                assertThat(tab.find("h1")).hasText(HostileCorpus.ATTACKS.getFirst());
                assertHarmless(tab);
            }
            tab.assertNothingWentWrong();
        }
    }

    @Test
    void hitsAreText(Browser browser) {
        try (Tab tab = site.tab(browser, 1280, ColorScheme.LIGHT)) {
            tab.page().navigate(site.origin() + "/index.html#q=what%20does%20this%20attack%20do");
            tab.find("#hits[data-by=meaning]").waitFor();
            while (tab.find("#more").isVisible()) {
                tab.find("#more").click();
            }
            assertHarmless(tab);
            tab.assertNothingWentWrong();
        }
    }

    private static void assertHarmless(Tab tab) {
        assertThat((List<?>) tab.page().evaluate(OFFENCES)).as("what must not be on the page").isEmpty();
    }
}
