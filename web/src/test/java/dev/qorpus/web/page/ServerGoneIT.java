package dev.qorpus.web.page;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The server ends while its page is open, and starts again. */
class ServerGoneIT extends InBrowser {

    @TempDir
    static Path index;

    private static Qorpus qorpus;

    @BeforeAll
    static void serve() {
        qorpus = Qorpus.serve(SeedCorpus.FOLDER, index, 0);
    }

    @Override
    Qorpus qorpus() {
        return qorpus;
    }

    @AfterEach
    void end() {
        qorpus.close();
    }

    @Test
    void pageWaitsForTheServerAndThenAnswersWhatWasAsked() {
        tab.expect("net::ERR_");
        tab.open("/?q=attention");
        assertThat(tab.hit(1)).isVisible();
        qorpus.close();
        tab.type("what is one-hot encoding?");
        assertThat(tab.find("#gone")).hasText("The server does not answer; retrying…");
        // What was found for an earlier question must not look like the answer to this one.
        assertThat(tab.find("#hits > .hit")).hasCount(0);
        qorpus = Qorpus.serve(SeedCorpus.FOLDER, index, qorpus.port());
        assertThat(tab.hit(1).locator("h3")).containsText("What is one-hot encoding");
        assertThat(tab.find("#gone")).isEmpty();
    }
}
