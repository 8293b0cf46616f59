package dev.qorpus.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Hostile text in a corpus: the page shows all of it as text. */
class HostileCorpusIT extends InBrowser {

    @RegisterExtension
    static final ServedCorpus CORPUS = new ServedCorpus(HostileCorpus::write);

    @Override
    Qorpus qorpus() {
        return CORPUS.qorpus();
    }

    static Stream<String> files() {
        return Stream.concat(HostileCorpus.FILES.stream(), Stream.of(HostileCorpus.LINES));
    }

    private static String onlyIn(String file) {
        return "&filter=" + URLEncoder.encode("file=" + file, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingOfAHitIsText(String file) {
        tab.open("/?q=attack" + onlyIn(file));
        assertThat(tab.find("#hits > .hit .place").first()).containsText(file);
        Harmless.assertHarmless(tab.page());
        tab.openPanels(".hit");
        assertThat(tab.find(".panel > .problem")).hasCount(0);
        Harmless.assertHarmless(tab.page());
    }

    @ParameterizedTest
    @MethodSource("files")
    void listsSideBySideAreText(String file) {
        tab.open("/?q=attack&mode=compare" + onlyIn(file));
        assertThat(tab.find(".column li").first()).isVisible();
        tab.find(".column li").first().hover();
        Harmless.assertHarmless(tab.page());
        tab.find(".column li a").first().click();
        assertThat(tab.find(".entry .answer")).containsText("attack");
        Harmless.assertHarmless(tab.page());
    }

    @Test
    void topicsAndTheMapAreText() {
        tab.open("/?view=topics&q=attack");
        assertThat(tab.find(".lit li").first()).isVisible();
        for (Locator topic : tab.find(".topic-list h3 button").all()) {
            topic.click();
        }
        tab.find("canvas.map").focus();
        tab.page().keyboard().press("ArrowRight");
        assertThat(tab.find(".here")).not().isEmpty();
        tab.find(".tools select").selectOption("type");
        Harmless.assertHarmless(tab.page());
        tab.find(".lit li a").first().click();
        assertThat(tab.find(".entry .answer")).isVisible();
    }

    @Test
    void completionsAndFiltersAreText() {
        tab.open("/");
        for (String begun : new String[]{"what does this att", "section of an att", "img src x onerr", "attack"}) {
            tab.ask(begun);
            tab.find("#completions [role=option]").first().waitFor();
            Harmless.assertHarmless(tab.page());
        }
        tab.ask("img src x onerr");
        assertThat(tab.find("#completions [role=option]").first()).containsText("<img src=x onerror=");
        tab.find("#completions [role=option]").first().click();
        assertThat(tab.hit(1)).isVisible();
        tab.find("#filters-toggle").click();
        tab.find("[data-facet=type] .value input").first().click();
        assertThat(tab.find("#filters .off")).isVisible();
        Harmless.assertHarmless(tab.page());
        tab.find("#filters-toggle").click();
        assertThat(tab.find("#picked .chip")).hasCount(1);
        tab.field().fill("");
        assertThat(tab.find(".recent .again")).hasCount(1);
        Harmless.assertHarmless(tab.page());
    }

    @Test
    void questionsOfLinesAreShownLetterByLetter() {
        tab.open("/?q=attack" + onlyIn(HostileCorpus.LINES));
        for (String attack : HostileCorpus.ATTACKS.subList(0, HostileCorpus.IDS.size())) {
            assertThat(tab.find("#hits h3").getByText(attack)).hasCount(1);
        }
    }

    @Test
    void entryOpensWhateverItsIdLooksLike() {
        for (String id : HostileCorpus.IDS) {
            tab.open("/?entry=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
            assertThat(tab.find(".entry .answer")).containsText("The attack of a line.");
            assertThat(tab.find(".entry .related-entries a").first()).isVisible();
            Harmless.assertHarmless(tab.page());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyEntryIsText(String file) {
        tab.open("/?q=attack" + onlyIn(file));
        List<String> addresses = tab.find(".hit .link").all().stream()
                .map(link -> String.valueOf(link.getAttribute("href"))).toList();
        for (String address : addresses) {
            tab.open(address);
            assertThat(tab.find(".entry .related-entries a").first()).isVisible();
            Harmless.assertHarmless(tab.page());
        }
    }

    @Test
    void findingsAreText() {
        tab.open("/?view=findings");
        assertThat(tab.find(".findings [role=status]")).containsText("findings in");
        Harmless.assertHarmless(tab.page());
    }

    @Test
    void linksOfAnswersLeadNowhereHarmful() {
        tab.open("/?q=attack" + onlyIn(HostileCorpus.FILES.get(1)));
        tab.openPanels(".hit");
        String before = tab.address();
        for (Locator press : tab.find(".answer").getByText("press").all()) {
            press.dispatchEvent("click");
        }
        assertThat(tab.page()).hasURL(qorpus().origin() + before);
        Harmless.assertHarmless(tab.page());
    }
}
