package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page behind a proxy that serves it below a path. A tab counts every request outside of the path as an incident. */
@ExtendWith(Chromium.class)
class BelowAPathIT {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String PATH = "/notes/qorpus";

    @TempDir
    Path home;

    private Qorpus serve(List<String> arguments) throws IOException {
        Path corpus = Files.createDirectory(home.resolve("corpus"));
        RichCorpus.write(corpus);
        return Qorpus.serve(corpus, home.resolve("index"), Map.of("QORPUS_TOKEN", SECRET), arguments);
    }

    @Test
    void everythingWorksIfTheProxyPassesThePathOn(Browser browser) throws IOException {
        try (SmallProxy proxy = SmallProxy.start(PATH);
                Qorpus qorpus = serve(List.of("--base-path", PATH, "--allow-host", proxy.authority()))) {
            proxy.pointAt(qorpus.origin() + PATH);
            everythingWorks(browser, proxy);
        }
    }

    @Test
    void everythingWorksIfTheProxyRemovesThePathAndSaysNothing(Browser browser) throws IOException {
        try (SmallProxy proxy = SmallProxy.start(PATH);
                Qorpus qorpus = serve(List.of("--allow-host", proxy.authority()))) {
            proxy.pointAt(qorpus.origin());
            everythingWorks(browser, proxy);
        }
    }

    private static void everythingWorks(Browser browser, SmallProxy proxy) {
        try (Tab tab = new Tab(browser, "http://" + proxy.authority() + PATH, new Browser.NewContextOptions())) {
            everythingWorks(tab);
            tab.assertNothingWentWrong();
        }
    }

    private static void everythingWorks(Tab tab) {
        // Before signing in, and one image of the corpus is missing intentionally.
        tab.expect("401");
        tab.expect("status of 404");
        tab.page().navigate(tab.origin() + "/?q=what+is+tea");
        tab.find("#token").fill(SECRET);
        tab.find(".sign-in button").first().click();
        assertThat(tab.hit(1)).containsText("What is tea?");
        tab.open("/?entry=" + RichCorpus.RICH.replace("#", "%23"));
        Locator answer = tab.find(".entry .answer");
        assertThat(answer.locator(".formula")).hasCount(2);
        assertThat(answer.locator(".hljs-keyword").first()).hasText("def");
        assertThat(answer.getByAltText("a dot").evaluate("(image) => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(2);
        tab.find(".adjacent .next a").click();
        assertThat(tab.find(".entry h2")).hasText("Q2 What is a sum of products?");
        tab.find("[data-view=topics]").click();
        assertThat(tab.find("#view svg, #view canvas").first()).isVisible();
        tab.find("[data-view=findings]").click();
        assertThat(tab.find("#view")).containsText("Broken anchor");
        tab.find("[data-view=status]").click();
        assertThat(tab.find("#view")).containsText("minilm");
        tab.find("header h1 a").click();
        tab.ask("who grows tea");
        assertThat(tab.hit(1)).containsText("Who grows tea?");
        tab.page().reload();
        assertThat(tab.hit(1)).containsText("Who grows tea?");
    }
}
