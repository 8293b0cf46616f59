package dev.qorpus.web.page;

import java.util.List;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Searches the page for content that a corpus or an address must not produce. */
final class Harmless {

    /** Returns one line for each forbidden element of {@code main}. */
    private static final String OFFENCES = """
            () => {
              const elements = /^(script|style|iframe|frame|object|embed|svg|math|img|video|audio|form|input|textarea|base|meta|link|template|noscript)$/i;
              const own = /^(?:(?:answer|mark|passage|language-[\\w+#.-]+|math|formula|displayed|code|code-head|copy|wide|task|done|with-task|callout|callout-title|unseen|missing|hljs-[\\w-]+)(?: |$))+$/;
              // Elements that KaTeX draws, with styles, but without links and images.
              const drawn = /^(math|semantics|annotation|m[a-z]+|span|svg|path|line)$/;
              const offences = [];
              for (const element of document.querySelectorAll('main > :not(noscript), main > * *')) {
                const answer = element.closest('.answer, .snippet') && !element.matches('.answer, .snippet');
                const formula = element.closest('.formula') && !element.matches('.formula');
                const shown = answer && element.localName === 'img' && element.getAttribute('src').startsWith('corpus/');
                const names = element.getAttributeNames().filter((name) => name.startsWith('on')
                  || (name === 'style' && !element.matches('.bar, .agreement td, .map-card') && !formula)
                  || (answer && /^(id|name|data-.*|aria-.*|role|target|src|.*href)$/.test(name)
                    && !(name === 'data-go' && element.dataset.go === element.getAttribute('href') && /^\\/\\?entry=/.test(element.dataset.go))
                    && !(name === 'data-kind' && element.matches('.callout')) && !(name === 'aria-level' && /^h[1-6]$/.test(element.localName))
                    && !(name === 'src' && shown) && !(name === 'aria-hidden' && formula)
                    && !(name === 'href' && element.localName === 'a' && !formula)));
                const foreignClass = answer && !formula && element.className && !own.test(element.className);
                const scheme = element.href !== undefined && !/^(https?|mailto):|^$/.test(element.href);
                const compares = element.matches('#choice input[name=compared], #columns > svg.rank-links');
                const foreign = formula ? !drawn.test(element.localName) : elements.test(element.localName) && !shown && !compares;
                if (foreign || names.length || foreignClass || scheme) {
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
