package dev.qorpus.web.page;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests of the page share: each has a fresh tab, in which nothing may have gone wrong when it ends. */
@ExtendWith(Chromium.class)
abstract class InBrowser {

    /** Wide enough for all there is, side by side included. */
    static final int WIDTH = 1280;
    static final int HEIGHT = 900;

    Tab tab;

    /** The server whose page is visited. */
    abstract Qorpus qorpus();

    @BeforeEach
    void openTab(Browser browser) {
        tab = new Tab(browser, qorpus().origin(), new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
    }

    @AfterEach
    void nothingWentWrong() {
        try (Tab closing = tab) {
            closing.assertNothingWentWrong();
        }
    }
}
