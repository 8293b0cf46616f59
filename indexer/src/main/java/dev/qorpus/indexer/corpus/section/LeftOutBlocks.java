package dev.qorpus.indexer.corpus.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.markdown.Blocks;

/**
 * Finds the blocks of a document that repeat or only point at other text: tables of contents, lists of links into the
 * corpus, navigation and badges.
 */
public final class LeftOutBlocks {

    private static final Pattern TOC_MACRO = Pattern.compile(
            "\\[\\[?_?toc_?\\]?\\]|\\{:\\s*toc[^}]*\\}|\\$\\{?toc\\}?|@\\[toc\\].*|\\{\\{[<%]?\\s*toc\\s*[%>]?\\}\\}|(?:[*-]|1\\.)\\s+\\S.*\\s+\\{:\\s*toc[^}]*\\}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENTS = Pattern.compile(
            "(?:table of )?contents?|toc|index|on this page|in this (?:page|article)|jump to|inhalt(?:sverzeichnis|e)?|auf dieser seite"
                    + "|índice|indice|contenidos?|tabla de contenidos?|sumário|conteúdo|sommaire|table des matières"
                    + "|оглавление|содержание|目录|目錄|目次|もくじ|내용|목차|inhoud(?:sopgave)?|spis treści|obsah|içindekiler|sisältö|innehåll|mục lục|المحتويات|תוכן(?: העניינים)?|विषय सूची",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern EDGES = Pattern.compile("\\A[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+\\z");
    private static final Pattern NAVIGATION = Pattern.compile(
            "(?:(?:back to|go to|to)?\\s*(?:the )?(?:top|home|index|start|menu|overview)|back|next|prev(?:ious)?|up|weiter|zurück|nach oben"
                    + "|suivant|précédent|siguiente|anterior|volver(?: arriba)?|наверх|вперёд|назад|далее|上一[页篇章]|下一[页篇章]|回到顶部|返回顶部|目次)\\b.{0,80}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,1000}>");
    private static final Pattern TOGGLE = Pattern.compile(
            "\\A(?:click|tap|open|show|hide|expand|toggle|see|view|[/ ]|to\\b){1,8}",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADING = 300;
    /** The share of the letters of a list that must be in links, or of its lines that must repeat headings. */
    private static final double MOST = 0.8;

    /** As {@link #MOST}, under a heading that announces contents. */
    private static final double HALF = 0.5;

    /** Texts of headings and questions, see {@link #key}. */
    private final Set<String> repeated;

    /** @param repeated the texts of the headings and questions of the file, as {@link #key} gives them */
    public LeftOutBlocks(Set<String> repeated) {
        this.repeated = repeated;
    }

    /** The form in which texts are compared: letters and digits in lower case. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        boolean gap = false;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
            int character = lower.codePointAt(i);
            if (isWord(character)) {
                key.append(gap && !key.isEmpty() ? " " : "").appendCodePoint(character);
            }
            gap = !isWord(character);
        }
        return key.toString();
    }

    private static boolean isWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character) || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Whether a heading announces a table of contents. */
    public static boolean announcesContents(String heading) {
        return CONTENTS.matcher(EDGES.matcher(heading.strip()).replaceAll("")).matches();
    }

    /**
     * The blocks of a document that are left out, in order.
     *
     * @param considered whether a block that begins at an offset is looked at
     */
    public List<LeftOutBlock> of(Node document, Predicate<Integer> considered) {
        List<LeftOutBlock> found = new ArrayList<>();
        boolean contents = false;
        for (Node block : Blocks.children(document)) {
            if (block instanceof Heading heading) {
                contents = announcesContents(Blocks.text(heading));
            }
            double least = contents ? HALF : MOST;
            if (!block.getSourceSpans().isEmpty() && considered.test(Blocks.start(block))) {
                Place place = new Place(Blocks.start(block), Blocks.end(block));
                rule(block, least).ifPresent(rule -> found.add(new LeftOutBlock(place, rule)));
            }
        }
        return found;
    }

    private Optional<LeftOutRule> rule(Node block, double least) {
        return switch (block) {
            case LinkReferenceDefinition definition -> Optional.of(LeftOutRule.MARKUP);
            case Paragraph paragraph -> paragraph(paragraph);
            case ListBlock list -> listing(list, least);
            case TableBlock table -> listing(table, least);
            case HtmlBlock html -> html(html.getLiteral());
            default -> Optional.empty();
        };
    }

    private static Optional<LeftOutRule> html(String html) {
        String words = html.length() > LONGEST_HEADING ? "" : TAG.matcher(html).replaceAll("").strip();
        return announcesContents(TOGGLE.matcher(words).replaceFirst(""))
                ? Optional.of(LeftOutRule.TABLE_OF_CONTENTS)
                : LinkedText.ofHtml(html).flatMap(LeftOutBlocks::linked);
    }

    private static Optional<LeftOutRule> paragraph(Paragraph paragraph) {
        String text = Blocks.text(paragraph);
        boolean contents = text.length() < LONGEST_HEADING
                && (TOC_MACRO.matcher(text).matches() || announcesContents(text));
        return contents ? Optional.of(LeftOutRule.TABLE_OF_CONTENTS) : linked(LinkedText.of(paragraph));
    }

    private Optional<LeftOutRule> listing(Node list, double least) {
        if (TOC_MACRO.matcher(Blocks.text(list)).matches()) {
            return Optional.of(LeftOutRule.TABLE_OF_CONTENTS);
        }
        LinkedText text = LinkedText.of(list);
        long repeats = repeated.isEmpty()
                ? 0
                : text.lines().stream().filter(line -> repeated.contains(key(line))).count();
        return (text.lines().size() > 1 || least < MOST) && repeats >= least * text.lines().size()
                ? Optional.of(LeftOutRule.TABLE_OF_CONTENTS)
                : linked(text);
    }

    private static Optional<LeftOutRule> linked(LinkedText text) {
        if (text.images() > 0 && text.letters() == text.lettersOfImages()) {
            return text.linkedImages() > 0 ? Optional.of(LeftOutRule.BADGE) : Optional.empty();
        }
        if (text.links() == 0 || text.lettersInLinks() < MOST * text.letters()) {
            return Optional.empty();
        }
        boolean navigation = text.links() <= 4 && text.lines().stream()
                .allMatch(line -> NAVIGATION.matcher(EDGES.matcher(line).replaceAll("")).matches());
        if (navigation) {
            return Optional.of(LeftOutRule.NAVIGATION);
        }
        if (text.linksInFile() >= MOST * text.links()) {
            return Optional.of(LeftOutRule.TABLE_OF_CONTENTS);
        }
        boolean inCorpus = text.linksInCorpus() + text.linksInFile() >= MOST * text.links();
        return inCorpus && text.links() > 1 ? Optional.of(LeftOutRule.LINK_LIST) : Optional.empty();
    }
}
