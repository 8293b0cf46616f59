package dev.qorpus.indexer.corpus.html;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

import dev.qorpus.indexer.corpus.markdown.Markdown;

/**
 * Markdown to HTML that a page may insert as it is. Only elements and attributes of a list pass; scripts,
 * styles, forms, frames, event attributes and links of other schemes than http, https and mailto do not.
 * Nothing is loaded from another host: an image is shown if the caller has an address for it, and else as its
 * description, with a link to it where it is on the web. A link inside of the corpus is one if an entry stands there.
 */
public final class SafeHtml {

    private static final Pattern HARMLESS_CLASS = Pattern.compile("language-[\\w+#.-]{1,40}|math");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\A\\s*[a-z][a-z0-9+.-]*:");
    private static final Pattern ON_THE_WEB = Pattern.compile("(?i)\\Ahttps?://.*");
    private static final Pattern SIZE = Pattern.compile("\\d{1,4}");
    private static final Safelist SAFE = safelist();
    /** Images and links inside of the corpus have addresses of the caller's by the time this sees them, and no others. */
    private static final Safelist SAFE_WITH_ADDRESSES = safelist().addTags("img")
            .addAttributes("img", "src", "alt", "width", "height", "loading").addProtocols("a", "href", "#");

    private SafeHtml() {}

    private static Safelist safelist() {
        return Safelist.relaxed().removeTags("img")
                .addTags("del", "details", "hr", "ins", "kbd", "mark", "s", "samp", "summary", "var")
                .addAttributes("code", "class").addAttributes("span", "class")
                .addAttributes("th", "align").addAttributes("td", "align")
                .removeAttributes(":all", "style")
                .removeProtocols("a", "href", "ftp").addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");
    }

    /** The body's inner HTML for a piece of Markdown, images replaced by their description. */
    public static String of(String markdown) {
        return document(markdown).body().html();
    }

    /** The same with images of the corpus, and with links to its entries, which begin with {@code #}. */
    public static String of(String markdown, AnswerAddresses addresses) {
        Document dirty = dirty(markdown);
        for (Element link : dirty.select("a[href]")) {
            if (!ELSEWHERE.matcher(link.attr("href")).find()) {
                addresses.link(link.attr("href")).ifPresentOrElse(address -> link.attr("href", address),
                        () -> link.removeAttr("href"));
            }
        }
        return clean(dirty, SAFE_WITH_ADDRESSES, image -> shown(image, addresses)).body().html();
    }

    /** The cleaned document, from which plain text is taken as well. */
    static Document document(String markdown) {
        return clean(dirty(markdown), SAFE, image -> new TextNode(image.attr("alt")));
    }

    private static Document dirty(String markdown) {
        return Jsoup.parseBodyFragment(Markdown.unsafeHtml(Markdown.parse(markdown)));
    }

    private static Document clean(Document dirty, Safelist safelist, Function<Element, Node> images) {
        dirty.select("img").forEach(image -> image.replaceWith(images.apply(image)));
        Document clean = new Cleaner(safelist).clean(dirty);
        clean.select("[class]").forEach(SafeHtml::dropForeignClasses);
        clean.outputSettings().prettyPrint(false);
        return clean;
    }

    private static Node shown(Element image, AnswerAddresses addresses) {
        String source = image.attr("src");
        String description = image.attr("alt");
        Optional<String> address = addresses.image(source);
        if (address.isPresent()) {
            Element shown = new Element("img").attr("src", address.get()).attr("alt", description)
                    .attr("loading", "lazy");
            for (String side : new String[]{"width", "height"}) {
                if (SIZE.matcher(image.attr(side)).matches()) {
                    shown.attr(side, image.attr(side));
                }
            }
            return shown;
        }
        boolean linked = image.closest("a") != null;
        return linked || !ON_THE_WEB.matcher(source).matches()
                ? new TextNode(description)
                : new Element("a").attr("href", source).text(description.isBlank() ? "image" : description);
    }

    /** A class of the page's own would let a corpus dress up as the page. */
    private static void dropForeignClasses(Element element) {
        if (!HARMLESS_CLASS.matcher(element.className()).matches()) {
            element.removeAttr("class");
        }
    }
}
