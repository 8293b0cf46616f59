package dev.qorpus.web.page;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The questions asked last, which the browser alone keeps. */
class RecentIT extends OnSeed {

    private Locator again() {
        return tab.find(".recent .again");
    }

    private void ask(String question) {
        tab.ask(question);
        tab.field().press("Enter");
        assertThat(tab.hit(1)).isVisible();
    }

    private void empty() {
        tab.field().fill("");
        assertThat(tab.find("#start")).isVisible();
    }

    @Test
    void whatWasMeantIsOfferedWhenTheFieldIsEmptyTheLatestFirst() {
        tab.open("/");
        assertThat(tab.find(".recent")).hasCount(0);
        ask("what is ByteNet?");
        ask("one-hot");
        tab.ask("only typed");
        empty();
        assertThat(again()).hasText(new String[]{"one-hot", "what is ByteNet?"});
        again().nth(1).click();
        assertThat(tab.field()).hasValue("what is ByteNet?");
        assertThat(tab.hit(1).locator("h3")).containsText("What is ByteNet?");
        tab.open("/");
        assertThat(again()).hasText(new String[]{"what is ByteNet?", "one-hot"});
    }

    @Test
    void eachAndAllCanBeForgotten() {
        tab.open("/");
        for (String question : List.of("one", "two", "three")) {
            ask(question);
        }
        empty();
        tab.find(".recent").getByLabel("Forget “two”").click();
        assertThat(again()).hasText(new String[]{"three", "one"});
        assertThat(tab.find(".recent .forget").first()).isFocused();
        tab.find(".recent").getByText("Forget all").click();
        assertThat(tab.find(".recent")).hasCount(0);
        assertThat(tab.field()).isFocused();
        assertThat(tab.page().evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void onlySoManyAreKept() {
        tab.open("/");
        for (int i = 0; i < 15; i++) {
            ask("question " + i);
        }
        assertThat((int) tab.page().evaluate("() => JSON.parse(localStorage.getItem('qorpus.recent')).length"))
                .isLessThanOrEqualTo(12);
    }

    @Test
    void deniedStorageMeansNoneAndNoError() {
        tab.page().addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })");
        tab.open("/");
        ask("what is ByteNet?");
        empty();
        assertThat(tab.find(".recent")).hasCount(0);
    }

    @Test
    void hostileContentOfTheStorageIsTextAndNonsenseIsNothing() {
        tab.open("/");
        for (String kept : List.of("{", "{\"a\":1}", "[1,null,{}]", "\"x\"")) {
            tab.page().evaluate("(kept) => localStorage.setItem('qorpus.recent', kept)", kept);
            tab.open("/");
            assertThat(tab.find(".recent")).hasCount(0);
        }
        tab.page().evaluate(
                "() => localStorage.setItem('qorpus.recent', JSON.stringify(['<img src=x onerror=window.__hacked=1>']))");
        tab.open("/");
        assertThat(again()).hasText("<img src=x onerror=window.__hacked=1>");
        Harmless.assertHarmless(tab.page());
    }

    @Test
    void nothingOfThemIsSent() {
        List<String> sent = new ArrayList<>();
        tab.open("/");
        ask("what is ByteNet?");
        // Not all headers: the browser may never answer to a question for them that is asked in a listener. Cookies are
        // what these lack.
        tab.page().onRequest(request -> sent.add(request.url() + request.headers() + request.postData()));
        tab.open("/");
        assertThat(again()).hasCount(1);
        tab.page().context().cookies().forEach(cookie -> sent.add(cookie.value));
        assertThat(sent).isNotEmpty().noneMatch(request -> request.contains("ByteNet?"));
    }
}
