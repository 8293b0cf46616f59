package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The links of wikis, {@code [[page]]} and {@code [[page#part|label]]}, and embeds such as {@code ![[page]]}. A reader sees
 * the label, or else the names of page and part. An embedded file is shown without words, unless it has a label.
 */
public final class WikiLinks {

    private static final Pattern LINK = Pattern.compile(
            "(?<embed>!)?\\[\\[(?<page>[^\\[\\]|#\\n\\s][^\\[\\]|#\\n]{0,200})?(?:#+(?<part>[^\\[\\]|\\n]{1,200}))?"
                    + "(?:\\\\?\\|(?<label>[^\\[\\]\\n]{0,200}))?\\]\\](?![(\\[])");
    private static final Pattern FILE = Pattern
            .compile(
                    ".*\\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?|pdf|mp[34]|webm|wav|m4a|ogg|mov|mkv|canvas|excalidraw)",
                    Pattern.CASE_INSENSITIVE);
    /** The size of an image, in the place of a label. */
    private static final Pattern SIZE = Pattern.compile("\\s*\\d{1,5}(?:x\\d{1,5})?\\s*");

    private WikiLinks() {}

    /** A text with what a reader sees in the place of each link. */
    public static String shown(String text) {
        return text.contains("[[")
                ? LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(shown(link)))
                : text;
    }

    /**
     * The parts of the links in a text that a reader does not see.
     *
     * @return the start and end of each part, in order
     */
    public static List<int[]> hidden(String text) {
        List<int[]> hidden = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String shown = shown(link);
            int label = link.start("label");
            if (shown.isEmpty()) {
                hidden.add(new int[]{link.start(), link.end()});
            } else if (label >= 0 && shown.equals(link.group("label"))) {
                hidden.add(new int[]{link.start(), label});
            } else if (label >= 0) {
                hidden.add(new int[]{label, link.end()});
            } else if (link.group("part") != null && !shown.endsWith(link.group("part"))) {
                hidden.add(new int[]{link.start("part"), link.end()});
            }
        }
        return hidden;
    }

    private static String shown(MatchResult link) {
        String label = link.group("label");
        String page = link.group("page");
        String part = link.group("part");
        if (page == null && part == null) {
            return link.group();
        }
        boolean file = link.group("embed") != null && page != null && FILE.matcher(page).matches();
        if (label != null && !label.isBlank() && !(link.group("embed") != null && SIZE.matcher(label).matches())) {
            return label;
        }
        if (file) {
            return "";
        }
        boolean block = part == null || part.startsWith("^");
        return page == null ? part : block ? page : page + " > " + part;
    }

    /** Replaces the links in the texts of a document. In code they are text. */
    static void replace(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                text.setLiteral(shown(text.getLiteral()));
            }
        });
    }
}
