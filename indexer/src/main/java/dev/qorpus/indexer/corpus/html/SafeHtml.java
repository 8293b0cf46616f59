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

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.markdown.Markdown;

/**
 * Renders Markdown as HTML that is safe to insert into a page. Only listed elements and attributes pass: no scripts,
 * styles, forms, frames or event attributes, and no links except http, https and mailto.
 *
 * <p>The HTML loads nothing from other hosts. An image is shown if the caller has an address for it. Otherwise its
 * description is shown, with a link if the image is on the web. A link into the corpus stays if it leads to an entry.
 */
public final class SafeHtml {

    private static final Pattern HARMLESS_CLASS = Pattern.compile("language-[\\w+#.-]{1,40}|math");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)\\A\\s*[a-z][a-z0-9+.-]*:");
    private static final Pattern ON_THE_WEB = Pattern.compile("(?i)\\Ahttps?://.*");
    private static final Pattern SIZE = Pattern.compile("\\d{1,4}");
    private static final Safelist SAFE = safelist();
    /** Also allows images, and links inside the page. The caller's addresses have replaced all others before this list is applied. */
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

    /** Renders Markdown. Images are replaced by their descriptions. */
    public static String of(String markdown) {
        return document(markdown).body().html();
    }

    /** Renders Markdown with the images of the corpus, and with links to its entries, which begin with {@code #}. */
    public static String of(String markdown, AnswerLinks addresses) {
        return of(markdown, addresses, AnswerMarks.NONE);
    }

    /**
     * Renders the same with marks: {@code <mark class="passage">} around the passage, and {@code <mark>} around matched
     * words. Only these marks have that class, for other classes of a corpus are removed before.
     */
    public static String of(String markdown, AnswerLinks addresses, AnswerMarks marks) {
        return marked(markdown, addresses, marks).html();
    }

    /**
     * Renders what the passage of an answer shows, with marks around matched words.
     *
     * @param marks the passage and the words
     * @return nothing if the passage cannot be found in the rendered answer
     */
    public static Optional<String> ofPassage(String markdown, AnswerLinks addresses, AnswerMarks marks) {
        Element body = marked(markdown, addresses, marks);
        Span passage = marks.passage();
        return PassageCutter.cut(body, marks.text().substring(passage.start(), passage.end()))
                ? Optional.of(body.html())
                : Optional.empty();
    }

    private static Element marked(String markdown, AnswerLinks addresses, AnswerMarks marks) {
        Document unsafe = unsafe(markdown);
        for (Element link : unsafe.select("a[href]")) {
            if (!WITH_SCHEME.matcher(link.attr("href")).find()) {
                addresses.link(link.attr("href")).ifPresentOrElse(address -> link.attr("href", address),
                        () -> link.removeAttr("href"));
            }
        }
        Element body = clean(unsafe, SAFE_WITH_ADDRESSES, image -> shown(image, addresses)).body();
        // Afterwards: to the list, an address of the caller would be one of the corpus.
        body.select("a[href^=#]").forEach(link -> link.attr("href", addresses.page(link.attr("href"))));
        AnswerMarker.mark(body, marks);
        return body;
    }

    /** Renders Markdown as a safe document. */
    static Document document(String markdown) {
        return clean(unsafe(markdown), SAFE, image -> new TextNode(image.attr("alt")));
    }

    private static Document unsafe(String markdown) {
        return Jsoup.parseBodyFragment(Markdown.unsafeHtml(Markdown.parse(markdown)));
    }

    private static Document clean(Document unsafe, Safelist safelist, Function<Element, Node> images) {
        unsafe.select("img").forEach(image -> image.replaceWith(images.apply(image)));
        Document clean = new Cleaner(safelist).clean(unsafe);
        clean.select("[class]").forEach(SafeHtml::removeUnknownClasses);
        clean.outputSettings().prettyPrint(false);
        return clean;
    }

    private static Node shown(Element image, AnswerLinks addresses) {
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

    /** Removes other classes, so that a corpus cannot imitate parts of the page. */
    private static void removeUnknownClasses(Element element) {
        if (!HARMLESS_CLASS.matcher(element.className()).matches()) {
            element.removeAttr("class");
        }
    }
}
