package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The marked passage in an answer with repeated sentences. */
class MarkedPassageIT extends InBrowser {

    private static final String GARDEN = """
            ## How do I look after my plants?

            Cactuses live in the desert. *Water them every day*, and they rot within one month. Put them into sand and
            gravel, on the sunny side of the house. They sleep in winter, so leave them alone in a cool and bright room
            until spring, and then begin with a little water again. Do not touch the thorns without thick gloves.

            - Roses in pots dry out in summer. *Water them every day*, [early](https://example.org/roses), with
              $2 + x$ litres.
            - [x] Prune the roses in spring:

            ```sh
            prune --roses --spring
            ```

            Lawns are cut on Saturdays, unless it rains. Then the machine stays in the shed, and the gardener goes
            fishing, or repairs the tools of the past year, or reads about compost, worms and the history of hedges.

            ## When are tulips planted?

            In autumn.
            """;

    @RegisterExtension
    static final ServedCorpus CORPUS = new ServedCorpus(MarkedPassageIT::write);

    private static void write(Path corpus) throws IOException {
        Files.writeString(corpus.resolve("garden.md"), GARDEN);
    }

    @Override
    Qorpus qorpus() {
        return CORPUS.qorpus();
    }

    private Locator answer() {
        tab.open("/?q=how often do roses in pots need water in summer");
        Locator toggle = tab.hit(1).locator("[data-toggle=answer]");
        if ("false".equals(toggle.getAttribute("aria-expanded"))) {
            toggle.click();
        }
        Locator answer = tab.hit(1).locator(".answer");
        assertThat(answer.locator("mark.passage").first()).isVisible();
        return answer;
    }

    @Test
    void ofTwoEqualSentencesTheOneOfThePassageIsMarked() {
        Locator answer = answer();
        assertThat(answer.locator("em")).hasText(new String[]{"Water them every day", "Water them every day"});
        assertThat(answer.locator("p").first().locator("mark.passage")).hasCount(0);
        assertThat(answer.locator("li em mark.passage")).hasText("Water them every day");
    }

    @Test
    void wordsOfTheQuestionAreMarkedInsideThePassageAndOutside() {
        Locator answer = answer();
        assertThat(answer.locator("p").first().locator("mark").first()).hasText("Water");
        assertThat(answer.locator("li mark.passage mark").first()).hasText("Roses");
        assertThat(answer.locator("pre mark")).hasCount(0);
    }

    @Test
    void whatThePageDrawsStaysInThePassage() {
        Locator answer = answer();
        assertThat(answer.locator("mark.passage .formula")).hasCount(1);
        assertThat(answer.locator("mark.passage a[href]")).hasCount(0);
        assertThat(answer.locator("a[href] mark.passage")).hasText("early");
        assertThat(answer.locator("li.with-task mark.passage .task.done")).hasCount(1);
        assertThat(answer.locator("pre.passage .hljs-built_in, pre.passage code")).not().hasCount(0);
        Harmless.assertHarmless(tab.page());
        Axe.assertFindsNothing(tab.page());
    }
}
