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
        int questions = -1;
        int answers = -1;
        for (Node part : Blocks.children(table)) {
            if (part instanceof TableHead head && head.getFirstChild() != null) {
                List<String> titles = Blocks.children(head.getFirstChild()).stream().map(Blocks::text).toList();
                for (int i = 0; i < titles.size(); i++) {
                    questions = questions < 0 && QUESTIONS.matcher(titles.get(i)).matches() ? i : questions;
                    answers = answers < 0 && isAnswer(titles.get(i)) ? i : answers;
                }
                if (titles.stream().allMatch(String::isEmpty) && titles.size() == 2 && asksInFirstColumn(table)) {
                    questions = 0;
                    answers = 1;
                }
            } else if (part instanceof TableBody body && questions >= 0 && answers >= 0) {
                for (Node row : Blocks.children(body)) {
                    row(Blocks.children(row), questions, answers);
                }
            }
        }
    }

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

    private void row(List<Node> cells, int question, int answer) {
        List<Node> found = new ArrayList<>();
        for (int column : new int[]{question, answer}) {
            if (column < cells.size() && !cells.get(column).getSourceSpans().isEmpty()) {
                found.add(cells.get(column));
            }
        }
        if (found.size() == 2 && !Blocks.text(found.get(0)).isEmpty()) {
            Node text = found.get(1);
            markers.add(new QuestionMarker(Form.TABLE, source.lineStart(Blocks.start(text)), Blocks.start(text),
                    Blocks.end(text), 0, QuestionText.of(Blocks.text(found.get(0))).asLabelled(), null, Nesting.NONE));
        }
    }
}
