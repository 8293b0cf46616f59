package dev.qorpus.indexer.corpus.html;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jsoup.nodes.Element;

/** Converts a table of HTML to a table of Markdown. Each cell becomes one line. */
final class HtmlTable {

    /** The highest number of cells. Larger tables are data, and their rows become paragraphs. */
    private static final int MOST_CELLS = 5_000;

    private HtmlTable() {}

    static void append(Element table, Node target) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            List<String> cells = row.children().stream()
                    .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th")).map(Element::text)
                    .toList();
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width * (long) rows.size() > MOST_CELLS) {
            rows.forEach(row -> InlineWriter.of(String.join(" | ", row), new Paragraph()).endIn(target));
        } else if (width > 0) {
            target.appendChild(table(rows, width));
        }
    }

    private static TableBlock table(List<List<String>> rows, int width) {
        TableBlock block = new TableBlock();
        TableHead head = new TableHead();
        TableBody body = new TableBody();
        block.appendChild(head);
        head.appendChild(row(rows.getFirst(), width, true));
        for (List<String> cells : rows.subList(1, rows.size())) {
            body.appendChild(row(cells, width, false));
        }
        if (body.getFirstChild() != null) {
            block.appendChild(body);
        }
        return block;
    }

    private static TableRow row(List<String> cells, int width, boolean header) {
        TableRow row = new TableRow();
        for (int i = 0; i < width; i++) {
            TableCell cell = new TableCell();
            cell.setHeader(header);
            InlineWriter.of(i < cells.size() ? cells.get(i) : "", cell).end();
            row.appendChild(cell);
        }
        return row;
    }
}
