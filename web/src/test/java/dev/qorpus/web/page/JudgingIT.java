package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Judging on the page: buttons, keys, undo, the count, and what to write next. */
class JudgingIT extends InBrowser {

    private static final String ASKED = "/?q=why+do+transformers+need+positional+encoding";
    private static final String PRESSED = ".judge [aria-pressed=true]";
    private static final double PATIENCE_MS = 120_000;

    @TempDir
    static Path home;

    private static Qorpus qorpus;
    private static Path judged;

    @BeforeAll
    static void serve() throws IOException {
        // A copy: the judgments of the project are not changed by its tests.
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        Files.copy(SeedCorpus.FOLDER.resolve("models.md"), corpus.resolve("models.md"));
        judged = corpus.resolve("judged");
        qorpus = Qorpus.serve(corpus, home.resolve("index"), Map.of(), List.of("--judge", "--note-unanswered"));
    }

    @AfterAll
    static void end() {
        qorpus.close();
    }

    /** Each test begins without judgments. */
    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(judged.resolve("queries.jsonl"));
        Files.deleteIfExists(judged.resolve("qrels.tsv"));
    }

    @Override
    Qorpus qorpus() {
        return qorpus;
    }

    private Locator button(int rank, String grade) {
        return tab.hit(rank).locator("[data-grade=" + grade + "]");
    }

    private void open(String path) {
        tab.open(path);
        tab.find("#judged").waitFor();
    }

    /** Asks by Enter, and waits until the server has been told. */
    private void submit(String question) {
        tab.ask(question);
        tab.page().waitForResponse(
                response -> response.url().endsWith("/api/unanswered") && response.request().method().equals("POST"),
                () -> tab.field().press("Enter"));
    }

    @Test
    void aHitIsJudgedCountedMeasuredAndUndone() throws IOException {
        open(ASKED);
        assertThat(tab.find("#judged")).containsText("Judge a hit with 1, 2, 3");
        button(1, "answers").click();
        assertThat(tab.find("#judge-message")).containsText("it answers the question");
        assertThat(button(1, "answers")).hasAttribute("aria-pressed", "true");
        button(2, "no").click();
        // The count does not tell that the second one is written: it is of questions.
        assertThat(tab.find("#judge-message")).containsText("does not answer");
        assertThat(tab.find("#judged")).containsText(Pattern.compile("^1\\squestion judged"));
        Assertions.assertThat(Files.readString(judged.resolve("qrels.tsv"))).contains("\t2\n", "\t0\n");

        tab.find("#judged a").first().click();
        tab.find("section.figures").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        assertThat(tab.find("section.figures tr[data-mode=hybrid] td").nth(2)).hasText("1.000");

        tab.page().goBack();
        assertThat(button(1, "answers")).hasAttribute("aria-pressed", "true");
        assertThat(button(2, "no")).hasAttribute("aria-pressed", "true");
        button(2, "answers").click();
        tab.find("#judge-message button").click();
        assertThat(button(2, "no")).hasAttribute("aria-pressed", "true");
        button(1, "answers").click();
        assertThat(button(1, "answers")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void keysJudgeTheHitWithTheFocusAndUndo() {
        open(ASKED);
        tab.field().press("ArrowDown");
        assertThat(tab.hit(1)).isFocused();
        tab.page().keyboard().press("ArrowDown");
        tab.page().keyboard().press("2");
        assertThat(button(2, "partly")).hasAttribute("aria-pressed", "true");
        tab.page().keyboard().press("3");
        assertThat(button(2, "no")).hasAttribute("aria-pressed", "true");
        assertThat(tab.hit(2)).isFocused();
        assertThat(tab.find("#judge-message")).containsText("does not answer");
        tab.page().keyboard().press("u");
        assertThat(button(2, "partly")).hasAttribute("aria-pressed", "true");
        tab.page().keyboard().press("u");
        assertThat(tab.find(PRESSED)).hasCount(0);
        assertThat(tab.find("#judged")).containsText("Judge a hit");
        tab.field().press("End");
        tab.field().press("1");
        assertThat(tab.field()).hasValue("why do transformers need positional encoding1");
        assertThat(tab.find(PRESSED)).hasCount(0);
    }

    @Test
    void anEntryIsJudgedInAllColumnsAtOnce() {
        open(ASKED + "&mode=compare");
        Locator first = tab.find("[data-column=dense] li").first();
        String id = first.getAttribute("data-id");
        first.locator("a").focus();
        tab.page().keyboard().press("1");
        assertThat(tab.find(".judge[data-judged='" + id + "'] [data-grade=answers][aria-pressed=false]")).hasCount(0);
        assertThat(tab.find("[data-column=hybrid] " + PRESSED)).hasCount(1);
        assertThat(tab.find("#judged")).containsText("judged");
    }

    @Test
    void whatSomeoneElseJudgedSinceIsNotUndone() {
        open(ASKED);
        tab.expect("409");
        button(1, "answers").click();
        assertThat(tab.find("#judge-message button")).isVisible();
        tab.page().evaluate("""
                async () => {
                  const { key } = await (await fetch('api/judgments')).json();
                  const hit = document.querySelector('.hit');
                  await fetch('api/judgments', { method: 'POST',
                    headers: { 'Content-Type': 'application/json', 'X-Qorpus-Key': key },
                    body: JSON.stringify({ q: document.getElementById('q').value, id: hit.dataset.id, grade: 'no' }) });
                }
                """);
        tab.find("#judge-message button").click();
        assertThat(tab.find("#judge-message")).containsText("judged again since");
    }

    @Test
    void judgmentsCanBeSaved() {
        open(ASKED);
        button(1, "partly").click();
        assertThat(tab.find("#judged a")).hasCount(2);
        Download saved = tab.page().waitForDownload(() -> tab.find("#judged a").nth(1).click());
        Assertions.assertThat(saved.suggestedFilename()).isEqualTo("judgments.zip");
    }

    @Test
    void whatToWriteNextIsListedAndForgotten() {
        open("/");
        submit("how to prune roses in winter");
        // The question that is answered, and those that were only begun, are not noted.
        submit("what is bytenet");
        open("/?view=findings");
        assertThat(tab.find(".unanswered li a")).hasText(new String[]{"how to prune roses in winter"});
        Axe.assertFindsNothing(tab.page());
        tab.find(".unanswered .forget").click();
        assertThat(tab.find(".unanswered li")).hasCount(0);
        assertThat(tab.find(".unanswered")).containsText("has a likely answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDTH, 390})
    void axeFindsNothingAndNothingMoves(int width) {
        tab.page().setViewportSize(width, HEIGHT);
        open(ASKED);
        tab.hit(1).locator(".answer li").first().waitFor();
        Object before = tab.page().evaluate("document.querySelectorAll('.hit')[1].getBoundingClientRect().top");
        button(1, "answers").click();
        assertThat(tab.find("#judge-message")).isVisible(new LocatorAssertions.IsVisibleOptions());
        Assertions.assertThat(tab.page().evaluate("document.querySelectorAll('.hit')[1].getBoundingClientRect().top"))
                .isEqualTo(before);
        Assertions.assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Axe.assertFindsNothing(tab.page());
        tab.page().navigate(qorpus.origin() + ASKED + "&mode=compare");
        tab.find(".column " + PRESSED).first().waitFor();
        Axe.assertFindsNothing(tab.page());
    }
}
