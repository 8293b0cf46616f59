package dev.qorpus.web.page;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Filters with counts. */
class FiltersIT extends OnSeed {

    private Locator facet(String field) {
        return tab.find("[data-facet=" + field + "] .value");
    }

    private void assertAddress(String expected) {
        assertThat(tab.page()).hasURL(qorpus().origin() + expected);
    }

    @Test
    void foldedUntilAskedForAndNothingIsCountedBefore() {
        boolean[] counted = {false};
        tab.page().onRequest(request -> counted[0] |= request.url().contains("facets=true"));
        tab.open("/?q=attention");
        assertThat(tab.find("#filters")).isHidden();
        assertThat(counted[0]).isFalse();
        tab.find("#filters-toggle").click();
        assertThat(facet("type")).hasText(new String[]{"Basic14", "Deep10", "Hands-On2"});
        assertThat(counted[0]).isTrue();
        tab.find("#filters-toggle").click();
        assertThat(tab.find("#filters")).isHidden();
    }

    @Test
    void valuesOfOneFieldWidenAndFieldsNarrow() {
        tab.open("/?q=attention");
        tab.pick("type", "Hands-On");
        assertThat(tab.find("#count")).hasText(Pattern.compile("2.entries"));
        assertThat(tab.value("type", "Hands-On")).isFocused();
        for (Locator section : tab.find(".hit .section").all()) {
            assertThat(section).containsText("Hands-On");
        }
        assertAddress("/?q=attention&filter=type=Hands-On");
        // The counts of its own field stay; other fields count what is left.
        assertThat(facet("type")).hasText(new String[]{"Basic14", "Deep10", "Hands-On2"});
        assertThat(facet("file")).hasText("models.md2");
        tab.pick("type", "Deep");
        assertThat(tab.find("#count")).hasText(Pattern.compile("\\d+ of 12.entries"));
        assertThat(facet("file")).hasText("models.md12");
        tab.pick("section", "Language Transformers");
        assertThat(tab.find("#count")).hasText(Pattern.compile("1.entry"));
        tab.find("#filters .off").click();
        assertThat(tab.find("#hits > .hit")).hasCount(10);
        assertAddress("/?q=attention");
    }

    @Test
    void whatIsPickedIsShownWhenFoldedAndComesOffOneByOne() {
        tab.open("/?q=attention&filter=type=Deep&filter=type=Basic");
        assertThat(tab.find("#picked .chip")).hasText(new String[]{"type: Deep", "type: Basic"});
        assertThat(tab.find("#filters-toggle")).hasText("Filters (2)");
        tab.page().getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Remove the filter type: Deep")).click();
        assertThat(tab.find("#picked .chip")).hasText("type: Basic");
        assertThat(tab.find("#filters-toggle")).isFocused();
        assertAddress("/?q=attention&filter=type=Basic");
        tab.page().goBack();
        assertThat(tab.find("#picked .chip")).hasText(new String[]{"type: Deep", "type: Basic"});
    }

    @Test
    void keyboardAloneNarrows() {
        tab.open("/?q=attention");
        tab.find("#filters-toggle").press("Enter");
        assertThat(facet("type").first()).isVisible();
        tab.page().keyboard().press("Tab");
        tab.page().keyboard().press("Tab");
        assertThat(tab.value("type", "Deep")).isFocused();
        tab.page().keyboard().press("Space");
        assertThat(tab.find("#count")).hasText(Pattern.compile("10.entries"));
        assertThat(tab.value("type", "Deep")).isFocused();
        assertThat(tab.value("type", "Deep")).isChecked();
    }

    @Test
    void wordsAloneCountWhatTheyMatch() {
        tab.open("/?q=glove&mode=lexical");
        tab.find("#filters-toggle").click();
        assertThat(facet("file")).hasText(Pattern.compile("models.md[1-5]"));
        tab.ask("transformers");
        assertThat(facet("file")).hasText(Pattern.compile("models.md2\\d"));
    }

    @Test
    void withoutAQuestionTheWholeCorpusIsCounted() {
        tab.open("/");
        tab.find("#filters-toggle").click();
        assertThat(facet("file")).hasText("models.md27");
        tab.pick("type", "Deep");
        assertThat(tab.value("type", "Deep")).isChecked();
        tab.ask("attention");
        assertThat(tab.find("#count")).hasText(Pattern.compile("10.entries"));
    }
}
