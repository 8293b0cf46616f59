package dev.qorpus.indexer.corpus;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markdown to HTML that a page may insert as it is. Only elements and attributes of a list pass; scripts,
 * styles, forms, frames, event attributes and links of other schemes than http, https and mailto do not.
 * Images are replaced by their description: nothing is loaded from another host.
 */
public final class SafeHtml {

    private static final Pattern HARMLESS_CLASS = Pattern.compile("language-[\\w+#.-]{1,40}|math");

    private static final Safelist SAFE = Safelist.relaxed().removeTags("img")
            .addTags("del", "details", "hr", "ins", "kbd", "mark", "s", "samp", "summary", "var")
            .addAttributes("code", "class").addAttributes("span", "class")
            .addAttributes("th", "align").addAttributes("td", "align")
            .removeAttributes(":all", "style")
            .removeProtocols("a", "href", "ftp").addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private SafeHtml() {}

    /** The body's inner HTML for a piece of Markdown. */
    public static String of(String markdown) {
        return document(markdown).body().html();
    }

    /** The cleaned document, from which plain text is taken as well. */
    static Document document(String markdown) {
        Document dirty = Jsoup.parseBodyFragment(Markdown.unsafeHtml(Markdown.parse(markdown)));
        dirty.select("img").forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.select("[class]").forEach(SafeHtml::dropForeignClasses);
        clean.outputSettings().prettyPrint(false);
        return clean;
    }

    /** A class of the page's own would let a corpus dress up as the page. */
    private static void dropForeignClasses(Element element) {
        if (!HARMLESS_CLASS.matcher(element.className()).matches()) {
            element.removeAttr("class");
        }
    }
}
