package dev.qorpus.web.page;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.web.json.HitView;
import dev.qorpus.web.json.ResultsView;

/** Asking without scripts: a form, and the hits as the server renders them. */
public final class PlainPage {

    private PlainPage() {}

    /**
     * The page.
     *
     * @param query what is in the field
     * @param results the hits, with their passages as HTML; null before a question is asked
     */
    public static String html(String query, @Nullable ResultsView results) {
        Markup main = new Markup();
        if (results != null) {
            main.element("p", summary(results), "id", "summary").open("ol", "id", "hits");
            results.hits().forEach(hit -> hit(main, hit));
            main.close("ol");
        }
        return Page.filled("plain/plain.template.html", Map.of("q", Markup.escaped(query), "title",
                query.isEmpty() ? "Qorpus" : Markup.escaped(query) + " – Qorpus", "main", main.toString()));
    }

    private static String summary(ResultsView results) {
        if (results.hits().isEmpty()) {
            return "No entry matches.";
        }
        if (!results.answered()) {
            return "Probably nothing here answers that. The nearest:";
        }
        return (results.confidence() >= ResultsView.LIKELY_FROM ? "Likely right, " : "Possibly right, ")
                + Math.round(100 * results.confidence()) + "\u00a0%";
    }

    private static void hit(Markup html, HitView hit) {
        html.open("li", "class", "hit").open("h3", "dir", "auto").question(hit.number(), hit.question()).close("h3")
                .element("p", hit.file() + ":" + hit.line(), "class", "meta place");
        if (hit.passageHtml() != null) {
            html.open("div", "class", "passage snippet whole", "dir", "auto").html(hit.passageHtml()).close("div");
        } else if (hit.passage() != null) {
            html.element("p", hit.passage().text(), "class", "passage", "dir", "auto");
        }
        if (hit.answered()) {
            html.open("details").element("summary", "Whole answer")
                    .element("p", hit.answer(), "class", "passage", "dir",
                            "auto")
                    .close("details");
        } else {
            html.element("p", "No answer written yet", "class", "badge");
        }
        html.close("li");
    }
}
