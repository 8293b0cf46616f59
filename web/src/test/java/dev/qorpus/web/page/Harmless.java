package dev.qorpus.web.page;

import java.util.List;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks through what the page shows for anything that a corpus or an address must not bring about. */
final class Harmless {

    /** Yields one line for each element of {@code main} that should not be there as it is. */
    private static final String OFFENCES = """
            () => {
              const elements = /^(script|style|iframe|frame|object|embed|svg|math|img|video|audio|form|input|textarea|base|meta|link|template|noscript)$/i;
              const own = /^(section|start|answer|mark|passage|language-[\\w+#.-]+|math)$/;
              const offences = [];
              for (const element of document.querySelectorAll('main > :not(noscript), main > * *')) {
                const answer = element.closest('.answer') && !element.matches('.answer');
                const names = element.getAttributeNames().filter((name) => name.startsWith('on')
                  || (name === 'style' && !element.matches('.bar'))
                  || (answer && /^(id|name|data-.*|aria-.*|role|target|src)$/.test(name)));
                const foreignClass = answer && element.className && !own.test(element.className);
                const scheme = element.href !== undefined && !/^(https?|mailto):|^$/.test(element.href);
                if (elements.test(element.localName) || names.length || foreignClass || scheme) {
                  offences.push(element.outerHTML.slice(0, 200));
                }
              }
              const plain = /^(li|ul|p|span|mark|button|input|label|fieldset|legend)$/;
              for (const element of document.querySelectorAll('#completions *, #filters *, #picked *')) {
                if (!plain.test(element.localName) || element.getAttributeNames().some((name) => /^(on|style$|src$|href$)/.test(name))) {
                  offences.push(element.outerHTML.slice(0, 200));
                }
              }
              if (window.__hacked !== undefined) offences.push('__hacked is ' + window.__hacked);
              if (document.querySelectorAll('#q, main, #hits').length !== 3) offences.push('ids are taken');
              return offences;
            }
            """;

    private Harmless() {}

    static void assertHarmless(Page page) {
        assertThat((List<?>) page.evaluate(OFFENCES)).as("what must not be on the page").isEmpty();
    }
}
