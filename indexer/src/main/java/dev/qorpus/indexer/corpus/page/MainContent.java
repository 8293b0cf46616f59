package dev.qorpus.indexer.corpus.page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the main content of a page, and removes from it what every page of a site has. */
final class MainContent {

    private static final String FURNITURE = "nav, [role=navigation], [role=banner], [role=contentinfo], [role=search], "
            + "form[role=search], .breadcrumb, .breadcrumbs, .sidebar, #sidebar, .toc, #toc, .table-of-contents, "
            + ".headerlink, a.anchor-link, a.anchor, .skip-link, .edit-page, .edit-this-page, .pagination, .prev-next, "
            + ".cookie-banner, [hidden][role=dialog], dialog";
    /** What stands around the main content, and may also stand within it. */
    private static final String AROUND = "header, footer, aside";

    private MainContent() {}

    /** The main content of a page; the body, if nothing is marked as the main content. */
    static Element of(Document page) {
        Element main = one(page.select("main, [role=main]"));
        if (main == null) {
            main = one(page.select("article"));
        }
        Element content = main != null && main.hasText() ? main : page.body();
        // A page may put everything into an element of this kind.
        for (Element element : content.select(FURNITURE)) {
            if (element.text().length() < content.text().length()) {
                element.remove();
            }
        }
        if (content.normalName().equals("body")) {
            for (Element element : content.select(AROUND)) {
                if (element.selectFirst("h1") == null && element.closest("article, section") == null
                        && element.text().length() < content.text().length()) {
                    element.remove();
                }
            }
        }
        return content;
    }

    private static @Nullable Element one(Elements found) {
        return found.size() == 1 ? found.first() : null;
    }
}
