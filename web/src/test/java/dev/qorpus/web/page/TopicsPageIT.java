package dev.qorpus.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The list of topics and the map. */
class TopicsPageIT extends OnSeed {

    private static final String TOPICS = "/?view=topics";

    private static final String FRAME = """
            () => { const { x, y, width, height } = document.querySelector('.map-frame').getBoundingClientRect();
              return [x, y, width, height].map(Math.round).join(); }
            """;

    private byte[] before = {};

    /** Takes a picture of the map once it no longer moves. */
    private void look() {
        byte[] last = {};
        before = map().screenshot();
        for (int tries = 0; !Arrays.equals(before, last); tries++) {
            assertThat(tries).as("looks at a map that does not come to rest").isLessThan(100);
            last = before;
            tab.page().evaluate(
                    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            before = map().screenshot();
        }
    }

    /** Waits until the map has changed. */
    private void assertChanged(String why) {
        byte[] last = before;
        for (int tries = 0; Arrays.equals(before, last); tries++) {
            assertThat(tries).as("looks at a map that does not change: " + why).isLessThan(100);
            look();
        }
    }

    /** Opens the topics, and waits for the map. */
    private void open(String path) {
        tab.open(path);
        map().waitFor();
    }

    private Locator map() {
        return tab.find("canvas.map");
    }

    @Test
    void theListNamesTopicsTheirSizesAndEntriesInTheirMidst() {
        tab.open("/");
        tab.find("#views").getByText("Topics").click();
        assertThat(map()).isVisible();
        assertThat(tab.find(".topics h2")).isFocused();
        assertThat(tab.find("#views [aria-current]")).hasText("Topics");
        assertThat(tab.page()).hasTitle("Topics – Qorpus");
        assertThat(tab.find(".topics > .muted")).containsText("27 entries in ");
        List<Locator> topics = tab.find(".topic-list > li").all();
        assertThat(topics).hasSizeBetween(4, 9);
        int entries = 0;
        for (Locator topic : topics) {
            assertThat(topic.locator(".representatives a").first()).isVisible();
            entries += Integer.parseInt(topic.locator(".size").innerText().replaceAll("\\D.*", ""));
        }
        assertThat(entries).isEqualTo(27);
        topics.getFirst().locator("h3 button").click();
        assertThat(topics.getFirst().locator(".all .entries li")).hasCount(
                Integer.parseInt(topics.getFirst().locator(".size").innerText().replaceAll("\\D.*", "")));
    }

    @Test
    void anEntryOpensAndBackLeadsToTheMapAsItWas() {
        open(TOPICS);
        tab.find(".representatives a").first().click();
        assertThat(tab.find(".entry .answer")).isVisible();
        assertThat(tab.address()).startsWith("/?entry=");
        tab.page().goBack();
        assertThat(map()).isVisible();
        assertThat(tab.address()).isEqualTo(TOPICS);
    }

    @Test
    void theMapIsZoomedAndMovedByMouse() {
        open(TOPICS);
        map().hover();
        assertChanged("opened and pointed at");
        tab.page().mouse().wheel(0, -400);
        assertChanged("zoomed by the wheel");
        tab.page().mouse().down();
        tab.page().mouse().move(500, 500, new Mouse.MoveOptions().setSteps(4));
        tab.page().mouse().up();
        assertChanged("moved");
        tab.find(".zoom button").last().click();
        assertChanged("zoomed by the last button");
    }

    @Test
    void theMapIsUsedByKeyboard() {
        open(TOPICS);
        map().focus();
        look();
        tab.page().keyboard().press("ArrowRight");
        assertThat(tab.find(".here")).not().isEmpty();
        String first = tab.find(".here").innerText();
        tab.page().keyboard().press("ArrowLeft");
        tab.page().keyboard().press("ArrowUp");
        assertThat(tab.find(".here")).not().hasText(first);
        look();
        for (String key : List.of("+", "-", "0")) {
            tab.page().keyboard().press("+");
            look();
            tab.page().keyboard().press(key);
            assertChanged(key);
        }
        String question = tab.find(".here").innerText();
        tab.page().keyboard().press("Enter");
        assertThat(tab.find(".entry .answer")).isVisible();
        assertThat(question).startsWith(tab.find(".entry h2").innerText().replaceFirst("^Q\\d+ ", ""));
    }

    @Test
    void anAreaThatIsSelectedListsItsEntries() {
        open(TOPICS);
        look();
        BoundingBox box = map().boundingBox();
        tab.find(".tools .select").click();
        tab.page().mouse().move(box.x + 2, box.y + 2);
        tab.page().mouse().down();
        tab.page().mouse().move(box.x + box.width - 2, box.y + box.height - 2, new Mouse.MoveOptions().setSteps(4));
        tab.page().mouse().up();
        assertThat(tab.find(".selected h3")).hasText("27 entries selected");
        assertThat(tab.find(".selected li")).hasCount(27);
        assertThat(tab.find(".tools .select")).hasAttribute("aria-pressed", "false");
        Axe.assertFindsNothing(tab.page());
        tab.find(".selected button").first().click();
        assertThat(tab.find(".selected")).isHidden();
        assertThat(map()).isFocused();
    }

    @Test
    void theKeyboardSelectsWhatIsInView() {
        open(TOPICS);
        map().focus();
        tab.page().keyboard().press("s");
        assertThat(tab.find(".selected h3")).hasText("27 entries selected");
        tab.page().keyboard().press("Escape");
        assertThat(tab.find(".selected")).isHidden();
        tab.page().keyboard().press("ArrowRight");
        for (int n = 0; n < 6; n++) {
            tab.page().keyboard().press("+");
        }
        tab.page().keyboard().press("s");
        assertThat(tab.find(".selected li")).not().hasCount(27);
    }

    @Test
    void aSubtopicOfTheListIsSelected() {
        String map = """
                {"scale": 9, "types": [], "id": ["a#1", "a#2", "a#3"], "question": ["one", "two", "three"],
                 "topic": [0, 0, 0], "subtopic": [0, 1, 1], "type": [-1, -1, -1], "x": [0, 9, 8], "y": [0, 9, 9]}""";
        String topics = """
                {"entries": 3, "nowhere": 0, "seconds": 1, "topics": [{"label": "tea", "terms": [], "size": 3,
                 "representatives": [], "subtopics": [{"label": "green", "size": 1}, {"label": "black", "size": 2}]}]}""";
        tab.page().route("**/api/map", route -> route.fulfill(new Route.FulfillOptions().setBody(map)));
        tab.page().route("**/api/topics", route -> route.fulfill(new Route.FulfillOptions().setBody(topics)));
        open(TOPICS);
        tab.find(".topic-list h3 button").click();
        assertThat(tab.find(".subtopics button")).hasText(new String[]{"green 1", "black 2"});
        tab.find(".subtopics button").last().click();
        assertThat(tab.find(".selected li")).hasText(new String[]{"two", "three"});
        Axe.assertFindsNothing(tab.page());
    }

    @Test
    void aCardShowsQuestionExcerptAndTopic() {
        open(TOPICS);
        map().focus();
        tab.page().keyboard().press("ArrowRight");
        assertThat(tab.find(".map-card .excerpt")).not().isEmpty();
        assertThat(tab.find(".map-card .muted")).not().isEmpty();
        String question = tab.find(".map-card .title").innerText();
        Axe.assertFindsNothing(tab.page());
        tab.find(".map-card a").click();
        assertThat(tab.find(".entry h2")).containsText(question);
    }

    @Test
    void aSkeletonSaysWhatIsLaidOut() {
        CompletableFuture<Route> held = new CompletableFuture<>();
        tab.page().route("**/api/topics", held::complete);
        tab.open(TOPICS);
        assertThat(tab.find(".skeleton > .muted")).hasText("Laying out 27\u00a0entries by meaning …");
        Axe.assertFindsNothing(tab.page());
        Object frame = tab.page().evaluate(FRAME);
        held.join().resume();
        assertThat(map()).isVisible();
        assertThat(tab.page().evaluate(FRAME)).as("the map has the place of the skeleton").isEqualTo(frame);
    }

    @Test
    void theMapIsOnPaper() {
        open(TOPICS);
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(tab.find(".map-print path").first()).isVisible();
        assertThat(tab.find(".map-print text").first()).isVisible();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(tab.find(".map-print")).hasCount(0);
    }

    @Test
    void aQuestionLightsUpItsHitsWithBothRanks() {
        open(TOPICS);
        look();
        tab.ask("gates against the vanishing gradient");
        assertThat(tab.find(".lit li").first()).containsText("LSTM");
        assertThat(tab.find(".lit li").first()).containsText("words #1 · meaning #1");
        assertThat(tab.page()).hasURL(Pattern.compile(".*q=gates.*view=topics.*"));
        assertChanged("lit by a question");
        tab.page().reload();
        assertThat(tab.find(".lit li").first()).containsText("LSTM");
        tab.field().press("Escape");
        assertThat(tab.find(".lit")).isHidden();
        assertThat(map()).isVisible();
    }

    @Test
    void coloursStandForTopicsOrTypes() {
        open(TOPICS);
        look();
        tab.find(".tools select").selectOption("type");
        assertThat(tab.find(".legend li")).hasText(new String[]{"Basic", "Deep", "Hands-On", "other or none"});
        assertChanged("coloured by types");
    }

    @ParameterizedTest
    @CsvSource({"1280,/?view=topics", "390,/?view=topics", "320,/?view=topics&q=attention"})
    void axeFindsNothingAndNothingReachesPastTheScreen(int width, String path) {
        tab.page().setViewportSize(width, 800);
        open(path);
        tab.find(".topic-list h3 button").first().click();
        assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        Axe.assertFindsNothing(tab.page());
    }

    @Test
    void topicsThatAreStillLookedForAreWaitedFor() {
        tab.expect("503");
        AtomicInteger asked = new AtomicInteger();
        tab.page().route("**/api/topics", route -> {
            if (asked.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "1"))
                        .setBody("{}"));
            } else {
                route.resume();
            }
        });
        open(TOPICS);
        assertThat(map()).isVisible();
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void darkIsDark() {
        open(TOPICS);
        look();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertChanged("dark");
    }
}
