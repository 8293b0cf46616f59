package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.question.words.LabelWords;
import dev.qorpus.indexer.corpus.question.words.TableColumn;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/** Finds questions in tables that have a column of questions and a column of answers. */
record QuestionTables(SourceText source, List<QuestionMarker> markers) {

    private static final Pattern QUESTIONS = Pattern.compile(
            "(?:" + LabelWords.QUESTION + "|Questions|Fragen|FAQ|Front|Prompt)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ANSWERS = Pattern.compile(
            "(?:" + LabelWords.ANSWER
                    + "|Responses?|Reply|Replies|Back|Explanation|Completion|Antworten|Respuestas|Réponses)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    void read(TableBlock table) {
        List<String> titles = List.of();
        int questions = -1;
        int answers = -1;
        for (Node part : Blocks.children(table)) {
            if (part instanceof TableHead head && head.getFirstChild() != null) {
                titles = Blocks.children(head.getFirstChild()).stream().map(Blocks::text).toList();
                for (int i = 0; i < titles.size(); i++) {
                    questions = questions < 0 && QUESTIONS.matcher(titles.get(i)).matches() ? i : questions;
                    answers = answers < 0 && isAnswer(titles.get(i)) ? i : answers;
                }
                boolean asks = !titles.isEmpty() && HeadingWords.endsAsQuestion(titles.getFirst());
                if (titles.size() == 2 && (asks || titles.stream().allMatch(String::isEmpty))
                        && asksInFirstColumn(table)) {
                    questions = 0;
                    answers = 1;
                }
                if (asks && questions == 0) {
                    // The table has no titles: its first row is a question too.
                    row(Blocks.children(head.getFirstChild()), List.of(), new Columns(questions, answers));
                }
            } else if (part instanceof TableBody body && questions >= 0 && answers >= 0) {
                for (Node row : Blocks.children(body)) {
                    row(Blocks.children(row), titles, new Columns(questions, answers));
                }
            }
        }
    }

    private record Columns(int question, int answer) {}

    private static boolean isAnswer(String title) {
        return HeadingWords.isAnswer(title) || ANSWERS.matcher(title).matches();
    }

    /** Whether most rows of a table without titles begin with a question. */
    private static boolean asksInFirstColumn(TableBlock table) {
        List<Node> rows = Blocks.children(table).stream().filter(TableBody.class::isInstance)
                .flatMap(body -> Blocks.children(body).stream()).toList();
        long asking = rows.stream().map(Node::getFirstChild)
                .filter(cell -> cell != null && HeadingWords.endsAsQuestion(Blocks.text(cell))).count();
        return asking > 1 && 2 * asking > rows.size();
    }

    private void row(List<Node> cells, List<String> titles, Columns columns) {
        if (columns.question() >= cells.size() || Blocks.text(cells.get(columns.question())).isEmpty()) {
            return;
        }
        Node asked = cells.get(columns.question());
        Node answer = columns.answer() < cells.size() ? cells.get(columns.answer()) : asked;
        boolean answered = !answer.equals(asked) && !answer.getSourceSpans().isEmpty();
        int end = source.lineEnd(Blocks.end(asked));
        List<TableColumn> further = new ArrayList<>();
        String number = null;
        for (int i = 0; i < cells.size(); i++) {
            Node cell = cells.get(i);
            if (i != columns.question() && i != columns.answer() && !Blocks.text(cell).isEmpty()) {
                TableColumn column = new TableColumn(i < titles.size() ? titles.get(i) : "", Blocks.start(cell),
                        Blocks.end(cell), Blocks.text(cell));
                number = number == null && column.isNumber() ? column.text().replaceAll("[.)]$", "") : number;
                further.add(column);
            }
        }
        QuestionText words = QuestionText.of(Blocks.text(asked)).asLabelled().numbered(number).withColumns(further);
        markers.add(new QuestionMarker(Form.TABLE, source.lineStart(Blocks.start(asked)),
                answered ? Blocks.start(answer) : end, answered ? Blocks.end(answer) : end, 0, words, null,
                Nesting.NONE));
    }
}
