package dev.qorpus.web.page;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The base of page tests. Each test gets a fresh tab, which must have no errors at the end. */
@ExtendWith(Chromium.class)
abstract class InBrowser {

    /** Wide enough for every view. */
    static final int WIDTH = 1280;
    static final int HEIGHT = 900;

    Tab tab;

    /** The server of the page. */
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
