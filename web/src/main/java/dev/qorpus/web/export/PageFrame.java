package dev.qorpus.web.export;

import java.util.HashMap;
import java.util.Map;

import dev.qorpus.web.page.Markup;
import dev.qorpus.web.page.Page;

/**
 * What all pages of a site have around their content: the head, the name of the site, the links to its parts, and the field.
 *
 * @param name of the site
 */
record PageFrame(String name) {

    /**
     * A page.
     *
     * @param root the way from the page to the folder of the site: nothing, or {@code ../}
     * @param title of the page
     * @param current the file of the part that it belongs to; empty for an entry
     * @param main its content, as HTML
     */
    String page(String root, String title, String current, Markup main) {
        Map<String, String> parts = new HashMap<>();
        parts.put("root", root);
        parts.put("name", Markup.escaped(name));
        parts.put("title", Markup.escaped(title.equals(name) ? name : title + " – " + name));
        parts.put("main", main.toString());
        parts.put("script", current.equals(SiteFiles.START) ? "<script src=\"site/search.js\" defer></script>\n" : "");
        for (String part : new String[]{SiteFiles.START, SiteFiles.TOPICS, SiteFiles.ENTRIES}) {
            parts.put("at_" + part.replace(".html", ""), part.equals(current) ? " aria-current=\"page\"" : "");
        }
        return Page.filled("site/page.template.html", parts);
    }
}
