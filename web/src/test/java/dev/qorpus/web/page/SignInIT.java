package dev.qorpus.web.page;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A server with a token and without the native library: its page works and shows the fault. */
class SignInIT extends InBrowser {

    private static final String SECRET = "tea-and-cups-and-saucers";

    @TempDir
    static Path index;

    private static Qorpus qorpus;

    @BeforeAll
    static void serve() {
        // Once with the library, so that there is an index.
        Qorpus.serve(SeedCorpus.FOLDER, index, 0).close();
        qorpus = Qorpus.serve(SeedCorpus.FOLDER, index, Map.of("QORPUS_TOKEN", SECRET),
                "-Donnxruntime.native.path=/nonexistent");
    }

    @AfterAll
    static void end() {
        qorpus.close();
    }

    @Override
    Qorpus qorpus() {
        return qorpus;
    }

    @Test
    void thePageAsksForTheTokenThenAnswersWhatWasAskedByWordsAndSaysSo() {
        tab.expect("401");
        tab.page().navigate(qorpus.origin() + "/?q=attention");
        tab.find("#token").fill("wrong");
        tab.find(".sign-in button").first().click();
        assertThat(tab.find("#said")).containsText("not the token");
        tab.find("#token").fill(SECRET);
        tab.find(".sign-in button").first().click();
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.find(".degraded")).containsText("lexical only");
        assertThat(tab.find("#hits [data-rank=dense]")).hasCount(0);
    }
}
