package dev.qorpus.web.page;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Takes the pictures of the README. {@code -Dscreenshots=../docs} writes them to the folder that the README uses.
 */
class ScreenshotIT extends OnSeed {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private void show(int width, int height, String path) {
        tab.page().setViewportSize(width, height);
        tab.open(path);
        // The times shown are those of a server that has answered before.
        tab.open(path);
        // The caret blinks, and a focused field has no hint of its key.
        tab.field().blur();
    }

    private void save(String name) {
        tab.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
    }

    @Test
    void light() {
        show(WIDTH, 920, "/?q=" + AskPageIT.ONE_HOT);
        tab.hit(1).locator("[data-toggle=why]").click();
        assertThat(tab.hit(1).locator(".why table")).isVisible();
        save("page-light.png");
    }

    @Test
    void wordsInContext() {
        show(WIDTH, 1080, "/?q=how do word vectors learn that two words mean the same");
        tab.hit(1).locator("[data-toggle=why]").click();
        tab.hit(1).locator(".aligned li").filter(new Locator.FilterOptions().setHasText("mean →")).hover();
        assertThat(tab.hit(1).locator(".aligned li").filter(new Locator.FilterOptions().setHasText("mean →")))
                .containsText("meanings");
        // The partner lights up in the answer.
        Assertions.assertThat(tab.page().evaluate("CSS.highlights.get('partner').size")).isEqualTo(1);
        save("page-why.png");
    }

    @Test
    void dark() {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        show(WIDTH, 758, "/?q=what does skip-gram predict?");
        assertThat(tab.hit(1).locator(".answer mark.passage").first()).isVisible();
        save("page-dark.png");
    }

    @Test
    void sideBySide() {
        show(WIDTH, 860, "/?mode=compare&q=how does FlashAttention save memory?");
        tab.find(".column").first().locator("li").nth(7).hover();
        assertThat(tab.find(".column .same")).hasCount(3);
        save("page-compare.png");
    }

    @Test
    void entry() {
        show(WIDTH, 900, "/?entry=models.md%23q23-how-is-a-model-trained-or-adapted-using-abf");
        assertThat(tab.find(".entry .related-entries li").first()).isVisible();
        save("page-entry.png");
    }

    @Test
    void topics() {
        show(WIDTH, 860, "/?view=topics&q=how do models read long texts?");
        assertThat(tab.find(".topic-list > li").first()).isVisible();
        save("page-topics.png");
    }

    @Test
    void evaluation() {
        show(WIDTH, 1000, "/?view=evaluation");
        tab.find(".bars svg").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        save("page-evaluation.png");
    }

    @Test
    void narrow() {
        show(390, 844, "/?q=what is bag of words?");
        assertThat(tab.hit(1).locator(".answer mark.passage").first()).isVisible();
        save("page-narrow.png");
    }
}
