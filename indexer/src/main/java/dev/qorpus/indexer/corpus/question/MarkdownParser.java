package dev.qorpus.indexer.corpus.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Finds the entries of a Markdown file. It goes through the file three times: every place that has the form of a
 * question is marked ({@link MarkerFinder}), the layout that the file is written in is chosen from all of them
 * ({@link QuestionLayout}), and the questions of that layout become entries ({@link EntryBuilder}). Thread-safe: every
 * call makes fresh state.
 */
public final class MarkdownParser {

    /**
     * What a file holds, in its order.
     *
     * @param layout how its questions are written, and why that was chosen, in one line
     */
    public record Parsed(List<Entry> entries, List<Finding> findings, String layout) {}

    /**
     * Reads a file.
     *
     * @param file its name below the corpus folder, the first half of every id
     * @param text its whole text
     */
    public Parsed parse(String file, String text) {
        FrontMatter frontMatter = FrontMatter.of(text);
        SourceText source = new SourceText(frontMatter.blanked(text));
        Node document = Markdown.parse(source.text());
        MarkerFinder.Found found = MarkerFinder.find(document, source);
        QuestionLayout layout = QuestionLayout.of(file, source, frontMatter, found.markers());
        EntryBuilder builder = new EntryBuilder(file, source, frontMatter, document,
                found.markers().stream().filter(QuestionMarker::isHeading).toList());
        TreeMap<Integer, Integer> answered = new TreeMap<>();
        for (SourceRegion stretch : layout.questions()) {
            QuestionMarker question = stretch.question();
            if (question != null) {
                builder.entry(question, stretch);
                answered.put(question.start(), Math.max(stretch.end(), question.bodyStart()));
            }
        }
        for (int answer : found.answers()) {
            Map.Entry<Integer, Integer> before = answered.floorEntry(answer);
            if (before == null || before.getValue() <= answer) {
                builder.finding(Finding.Rule.ANSWER_WITHOUT_QUESTION, answer, "an answer without a question before it");
            }
        }
        if (builder.entries().isEmpty()) {
            builder.finding(Finding.Rule.FILE_WITHOUT_QUESTION, 0,
                    "no question was recognised; questions are headings, "
                            + "bold lines, 'Q:' lines, <details> or list items that ask, or a title in the front matter");
        }
        return new Parsed(builder.entries(), builder.findings(), layout.reason());
    }
}
