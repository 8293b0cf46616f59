package dev.qorpus.web.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.html.AnswerLinks;
import dev.qorpus.indexer.corpus.html.SafeHtml;
import dev.qorpus.web.page.Markup;

/**
 * The page of one entry: its answer, and the ways to the entries before and after it, related ones, and those of its section.
 * It needs no script.
 *
 * @param entries all of the site, by id, in the order of their files and lines
 */
record EntryPage(Map<EntryId, SiteEntry> entries) {

    /** The entries of a section that are listed at most. */
    private static final int SIBLINGS = 20;

    /**
     * Its content.
     *
     * @param around the entries of the same file, in order
     * @param related the nearest entries, nearest first
     */
    Markup html(SiteEntry each, List<SiteEntry> around, List<SiteEntry> related) {
        Entry entry = each.entry();
        Markup html = new Markup().open("section", "id", "view", "aria-label", "Entry")
                .open("div", "class", "entry", "data-id", entry.id().value()).open("article");
        crumbs(html, entry);
        html.open("h2", "dir", "auto").question(entry.number(), entry.question()).close("h2");
        labels(html, entry);
        if (entry.answered()) {
            html.open("div", "class", "answer", "dir", "auto").html(answer(entry)).close("div");
        } else {
            html.element("p", "No answer written yet", "class", "badge");
        }
        html.open("div", "class", "entry-tools").element("span", entry.file() + ":" + entry.line(), "class", "place")
                .close("div");
        adjacent(html, around, around.indexOf(each));
        related(html, related);
        html.close("article");
        siblings(html, each, around.stream().filter(other -> other.entry().section().equals(entry.section())).toList());
        return html.close("div").close("section");
    }

    private String answer(Entry entry) {
        return SafeHtml.of(entry.answer().markdown(), new AnswerLinks(entry.file(), "../" + SiteFiles.IMAGES,
                entries::containsKey, SiteEntry::page));
    }

    private static void crumbs(Markup html, Entry entry) {
        html.open("p", "class", "crumbs").element("span", entry.file());
        entry.section().forEach(heading -> html.text(" › ").element("span", heading));
        html.close("p");
    }

    private static void labels(Markup html, Entry entry) {
        if (entry.labels().isEmpty()) {
            return;
        }
        html.open("dl", "class", "labels");
        entry.labels().forEach((name, values) -> html.open("div").element("dt", name)
                .element("dd", String.join(", ", values)).close("div"));
        html.close("dl");
    }

    private static void adjacent(Markup html, List<SiteEntry> around, int place) {
        if (around.size() < 2) {
            return;
        }
        html.open("nav", "class", "adjacent", "aria-label", "Entries before and after");
        if (place > 0) {
            html.open("p", "class", "previous").element("span", "Previous");
            link(html, around.get(place - 1), "rel", "prev").close("p");
        }
        if (place + 1 < around.size()) {
            html.open("p", "class", "next").element("span", "Next");
            link(html, around.get(place + 1), "rel", "next").close("p");
        }
        html.close("nav");
    }

    private static void related(Markup html, List<SiteEntry> related) {
        if (related.isEmpty()) {
            return;
        }
        html.open("div", "class", "related-entries").element("h3", "Related").open("ul");
        for (SiteEntry other : related) {
            link(html.open("li", "data-id", other.entry().id().value()), other);
            html.element("p", String.join(" › ", other.place()), "class", "reason").close("li");
        }
        html.close("ul").close("div");
    }

    private static void siblings(Markup html, SiteEntry self, List<SiteEntry> siblings) {
        if (siblings.size() < 2) {
            return;
        }
        List<String> section = self.entry().section();
        int place = siblings.indexOf(self);
        int from = Math.clamp(place - SIBLINGS / 2, 0, Math.max(0, siblings.size() - SIBLINGS));
        List<SiteEntry> shown = siblings.subList(from, Math.min(siblings.size(), from + SIBLINGS));
        html.open("nav", "class", "siblings", "aria-labelledby", "siblings-title").element("h3",
                section.isEmpty() ? self.entry().file() : section.getLast(), "id", "siblings-title").open("ol");
        for (SiteEntry other : shown) {
            html.open("li");
            if (other.equals(self)) {
                html.open("span", "aria-current", "true", "dir", "auto")
                        .question(other.entry().number(), other.entry().question()).close("span");
            } else {
                link(html, other);
            }
            html.close("li");
        }
        html.close("ol");
        if (shown.size() < siblings.size()) {
            html.element("p", shown.size() + " of " + siblings.size() + " entries", "class", "muted");
        }
        html.close("nav");
    }

    private static Markup link(Markup html, SiteEntry to, String... attributes) {
        return html.open("a", Stream.concat(Stream.of("href", to.page(), "dir", "auto"), Stream.of(attributes))
                .toArray(String[]::new)).question(to.entry().number(), to.entry().question()).close("a");
    }
}
