package dev.qorpus.indexer.corpus.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.qorpus.indexer.corpus.markdown.Blocks;

/** How much of a block is links, and where they lead. */
final class LinkedText extends AbstractVisitor {

    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)\\A(?:[a-z][a-z0-9+.-]*:|//|www\\.)");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final List<String> lines = new ArrayList<>();
    private int letters;
    private int lettersInLinks;
    private int lettersOfImages;
    private int links;
    private int linksInFile;
    private int linksInCorpus;
    private int images;
    private int linkedImages;
    private int inLinks;
    private int inImages;

    private LinkedText() {}

    static LinkedText of(Node block) {
        LinkedText text = new LinkedText();
        block.accept(text);
        return text;
    }

    /** The text of HTML with links; empty if it has none. */
    static Optional<LinkedText> ofHtml(String html) {
        if (!html.contains("<a") && !html.contains("<img") && !html.contains("<A") && !html.contains("<IMG")) {
            return Optional.empty();
        }
        Document document = Jsoup.parseBodyFragment(html);
        LinkedText text = new LinkedText();
        text.letters = letters(document.body().text());
        for (Element link : document.select("a[href]")) {
            text.link(link.attr("href"));
            text.lettersInLinks += letters(link.text());
            text.linkedImages += link.select("img").size();
        }
        text.images = document.select("img").size();
        text.lines.add(document.body().text());
        return Optional.of(text);
    }

    /** The lines: paragraphs, and cells of tables with letters. */
    List<String> lines() {
        return lines;
    }

    int letters() {
        return letters;
    }

    int lettersInLinks() {
        return lettersInLinks;
    }

    int lettersOfImages() {
        return lettersOfImages;
    }

    int links() {
        return links;
    }

    /** The number of links to anchors of the same file. */
    int linksInFile() {
        return linksInFile;
    }

    /** The number of links to other files of the corpus. */
    int linksInCorpus() {
        return linksInCorpus;
    }

    int images() {
        return images;
    }

    /** The number of images that are links. */
    int linkedImages() {
        return linkedImages;
    }

    @Override
    public void visit(Paragraph paragraph) {
        lines.add(Blocks.text(paragraph));
        visitChildren(paragraph);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead) {
            return;
        }
        if (node instanceof TableRow && node.getParent() instanceof TableBody) {
            Blocks.children(node).stream().map(Blocks::text).filter(cell -> LETTER.matcher(cell).find())
                    .forEach(lines::add);
        }
        visitChildren(node);
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
    }

    @Override
    public void visit(Link link) {
        link(link.getDestination());
        inLinks++;
        visitChildren(link);
        inLinks--;
    }

    @Override
    public void visit(Image image) {
        images++;
        linkedImages += inLinks > 0 ? 1 : 0;
        inImages++;
        visitChildren(image);
        inImages--;
    }

    @Override
    public void visit(Text text) {
        count(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        count(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        count(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        count(code.getLiteral());
    }

    private void count(String text) {
        int found = letters(text);
        letters += found;
        lettersInLinks += inLinks > 0 ? found : 0;
        lettersOfImages += inImages > 0 ? found : 0;
    }

    private void link(String destination) {
        links++;
        if (destination.startsWith("#")) {
            linksInFile++;
        } else if (!WITH_SCHEME.matcher(destination).find()) {
            linksInCorpus++;
        }
    }

    private static int letters(String text) {
        int count = 0;
        Matcher letter = LETTER.matcher(text);
        while (letter.find()) {
            count++;
        }
        return count;
    }
}
