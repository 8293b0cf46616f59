package dev.qorpus.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Hostile text in an address: the page shows all of it as text. */
class HostileAddressIT extends OnSeed {

    private static final List<String> VALUES = List.of("<script>window.__hacked=1</script>",
            "\"><img src=x onerror=window.__hacked=1>", "javascript:window.__hacked=1", "__proto__",
            "a".repeat(5_000), "\u0000\u202E\uFFFF%");

    @ParameterizedTest
    @ValueSource(strings = {"/?q=", "/?q=attention&mode=", "/?q=attention&filter=type=",
            "/?mode=compare&q=attention&filter=x=1&filter=", "/?entry=", "/?view=evaluation&of=",
            "/?view=evaluation&modes="})
    void anythingInTheAddressIsText(String address) {
        tab.expect("status of 4");
        for (String value : VALUES) {
            tab.open(address + URLEncoder.encode(value, StandardCharsets.UTF_8));
            assertThat(tab.find("header h1")).hasText("Qorpus");
            Harmless.assertHarmless(tab.page());
        }
    }

    @Test
    void whatIsTypedIsText() {
        tab.open("/");
        String attack = "<img src=x onerror=window.__hacked=1> attention";
        tab.ask(attack);
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.page()).hasTitle(attack + " – Qorpus");
        assertThat(tab.field()).hasValue(attack);
        Harmless.assertHarmless(tab.page());
    }
}
