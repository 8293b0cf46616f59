package dev.qorpus.web.page;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fresh tab that records incidents: errors on the console, violations of the content security policy, dialogs,
 * other windows, and requests to other origins.
 */
final class Tab implements AutoCloseable {

    private static final String REPORT_BREACHES = """
            addEventListener('securitypolicyviolation', (event) =>
              console.error(`policy breached: ${event.violatedDirective} by ${event.blockedURI || event.sample}`));
            """;

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> incidents = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Tab(Browser browser, String origin, Browser.NewContextOptions options) {
        this.origin = origin;
        context = browser.newContext(options);
        context.setDefaultTimeout(Chromium.PATIENCE_MS);
        context.addInitScript(REPORT_BREACHES);
        context.onRequest(request -> watchRequest(request.url()));
        context.onDialog(this::watchDialog);
        context.onConsoleMessage(this::watchConsole);
        context.onWebError(error -> incidents.add("uncaught: " + error.error()));
        page = context.newPage();
        page.onPopup(popup -> incidents.add("another window: " + popup.url()));
    }

    private void watchRequest(String url) {
        if (!url.startsWith(origin + "/")) {
            incidents.add("request to " + url);
        }
    }

    private void watchDialog(Dialog dialog) {
        incidents.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void watchConsole(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            incidents.add("console: " + message.text());
        }
    }

    /** Allows incidents with these words. */
    void expect(String words) {
        expected.add(words);
    }

    void assertNothingWentWrong() {
        assertThat(incidents).filteredOn(incident -> expected.stream().noneMatch(incident::contains))
                .as("what must never happen on the page").isEmpty();
    }

    /** Opens a path of the page, and waits for the status and the answer. */
    void open(String path) {
        page.navigate(origin + path);
        page.locator("#filters-toggle:enabled").waitFor();
        page.locator("main[aria-busy=false]").waitFor();
    }

    /** Replaces the text of the field, key by key. */
    void type(String question) {
        field().fill("");
        field().pressSequentially(question);
    }

    /** Types a question, and waits for its answer and completions. */
    void ask(String question) {
        type(question);
        page.locator("main[aria-busy=false]").waitFor();
        page.locator("#completions[aria-busy=false]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Opens all panels of the matching hits, and waits until they are filled. */
    void openPanels(String hits) {
        page.evaluate("""
                (hits) => document.querySelectorAll(hits).forEach((hit) => hit
                  .querySelectorAll('[data-toggle][aria-expanded=false]').forEach((toggle) => toggle.click()))
                """, hits);
        page.waitForFunction("() => ![...document.querySelectorAll('.panel')].some((p) => !p.hidden && !p.firstChild)");
    }

    /** Selects or deselects a value of a filter field. */
    void pick(String field, String value) {
        if (find("#filters").isHidden()) {
            find("#filters-toggle").click();
        }
        value(field, value).click();
    }

    /** The box of a value of a filter field. */
    Locator value(String field, String value) {
        return find("#filters [data-facet='" + field + "'] .value").filter(
                new Locator.FilterOptions().setHas(page.getByLabel(value, new Page.GetByLabelOptions().setExact(true))))
                .locator("input");
    }

    /** Where the page is, without a slash at its end. */
    String origin() {
        return origin;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator field() {
        return page.locator("#q");
    }

    /** A hit by its rank, from 1. */
    Locator hit(int rank) {
        return page.locator("#hits > .hit").nth(rank - 1);
    }

    /** The address shown, without the origin. */
    String address() {
        return page.url().substring(origin.length());
    }

    @Override
    public void close() {
        context.close();
    }
}
