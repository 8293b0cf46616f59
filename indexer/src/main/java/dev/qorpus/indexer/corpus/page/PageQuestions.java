package dev.qorpus.indexer.corpus.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Turns what asks in a page into headings: the questions that the page declares, terms of definition lists, summaries and
 * buttons that fold an answer, if they end with a question mark. A declared question that the page does not show is added
 * at the end.
 */
final class PageQuestions {

    private static final Pattern ASKS = Pattern.compile("[?？؟]\\W{0,3}\\z");
    private static final String SHOWN = "dt, summary, button, [aria-expanded], [class*=question], [class*=accordion]";
    private static final int LONGEST = 300;
    private static final int DEEPEST_LEVEL = 6;

    private final Element main;
    /** The level of the heading before each element that does not ask. */
    private final Map<Element, Integer> levels = new HashMap<>();

    private PageQuestions(Element main) {
        this.main = main;
        int level = 1;
        for (Element element : main.getAllElements()) {
            if (isHeading(element) && !ASKS.matcher(element.text()).find()) {
                level = element.normalName().charAt(1) - '0';
            }
            levels.put(element, level);
        }
    }

    /** Marks the questions of a page within its main content. */
    static void mark(Document page, Element main) {
        PageQuestions questions = new PageQuestions(main);
        for (Element element : main.select(SHOWN)) {
            String text = element.text();
            if (text.length() <= LONGEST && ASKS.matcher(text).find() && element.parent() != null) {
                questions.heading(element);
            }
        }
        questions.declared(DeclaredQuestions.of(page));
    }

    private void declared(Map<String, String> questions) {
        if (questions.isEmpty()) {
            return;
        }
        Map<String, Element> shown = new LinkedHashMap<>();
        for (Element element : main.getAllElements()) {
            String text = element.text();
            if (text.length() <= LONGEST) {
                // The innermost element comes last.
                shown.put(key(text), element);
            }
        }
        questions.forEach((question, answer) -> {
            Element element = shown.get(key(question));
            if (element == null) {
                append(question, answer);
            } else if (element.closest("h1, h2, h3, h4, h5, h6") == null) {
                heading(element);
            }
        });
    }

    private static String key(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private void append(String question, String answer) {
        main.appendElement("h" + Math.min(DEEPEST_LEVEL, lowest())).text(labelled(question));
        main.appendElement("div").append(answer);
    }

    private int lowest() {
        return levels.values().stream().min(Integer::compareTo).orElse(1) + 1;
    }

    /** Replaces an element by a heading, below the heading that stands before it. */
    private void heading(Element element) {
        if (element.closest("h1, h2, h3, h4, h5, h6") != null) {
            return;
        }
        // A heading within a summary or button is one already.
        Element inner = element.selectFirst("h1, h2, h3, h4, h5, h6");
        if (inner == null && !element.equals(main)) {
            int level = Math.min(DEEPEST_LEVEL, levels.getOrDefault(element, 1) + 1);
            String text = element.text();
            element.tagName("h" + level);
            element.empty();
            element.appendChild(new TextNode(labelled(text)));
        }
    }

    private static String labelled(String question) {
        return ASKS.matcher(question).find() ? question : "Q: " + question;
    }

    private static boolean isHeading(Element element) {
        return element.normalName().matches("h[1-6]");
    }
}
