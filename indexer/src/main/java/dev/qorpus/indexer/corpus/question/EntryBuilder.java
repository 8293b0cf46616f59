package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.html.PlainText;
import dev.qorpus.indexer.corpus.markdown.Anchors;
import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.markdown.LinkDefinitions;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;

/** Turns the questions of one file into entries, and reports what is missing. */
final class EntryBuilder {

    private final String file;
    private final SourceText source;
    private final FrontMatter frontMatter;
    private final LinkDefinitions definitions;
    private final Anchors anchors = new Anchors();
    private final Map<QuestionMarker, String> headingAnchors = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param headings all headings of the file, in the order in which they get their anchors */
    EntryBuilder(String file, SourceText source, FrontMatter frontMatter, Node document,
            List<QuestionMarker> headings) {
        this.file = file;
        this.source = source;
        this.frontMatter = frontMatter;
        this.definitions = LinkDefinitions.of(document);
        headings.forEach(heading -> headingAnchors.put(heading, anchor(heading)));
        if (frontMatter.malformed() != null) {
            findings.add(new Finding(Finding.Rule.MALFORMED_FRONT_MATTER, file, 1, null,
                    "the front matter is not valid YAML: " + frontMatter.malformed()));
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Adds a finding at an offset. */
    void finding(Finding.Rule rule, int offset, String message) {
        findings.add(new Finding(rule, file, source.line(offset), null, message));
    }

    /** Adds the entry of a question. Its answer is in the region. */
    void entry(QuestionMarker marker, SourceRegion region) {
        String body = source.unnested(region.start(), region.end(), marker.nesting());
        QuestionText words = marker.words();
        if (words.question().isBlank()) {
            // A heading such as "Question 5" has its question in the first paragraph.
            String first = firstParagraph(body);
            words = words.withQuestion(first.isEmpty() ? words.written() : Blocks.text(Markdown.parse(first)));
            body = body.substring(body.indexOf(first) + first.length());
        } else if (marker.form() == Form.ITEM) {
            int asked = InlineLayout.answeredInLine(words.question());
            body = asked == 0 ? body : words.question().substring(asked).strip() + "\n\n" + body;
            words = asked == 0 ? words : words.withQuestion(words.question().substring(0, asked));
        }
        if (marker.form() == Form.TABLE) {
            // In a table cell a bar is escaped, even in code.
            body = body.replace("\\|", "|");
        }
        if (!words.question().isBlank()) {
            add(marker, words, body, region.section());
        }
    }

    private void add(QuestionMarker marker, QuestionText words, String body, List<String> section) {
        AnswerText text = AnswerText.of(marker.form() == Form.FRONT_MATTER && frontMatter.answer() != null
                ? frontMatter.answer() + "\n\n" + body
                : body);
        String known = headingAnchors.get(marker);
        EntryId id = new EntryId(file + "#" + (known != null ? known : anchor(marker)));
        SortedMap<String, List<String>> labels = new TreeMap<>(frontMatter.labels());
        labels.putAll(text.labels());
        boolean emptyLabel = labels.values().removeIf(values -> values.isEmpty() || values.getFirst().isEmpty());
        Entry entry = new Entry(id, EntryKind.QUESTION, words.number(), words.question(), answer(text.markdown()),
                new Context("", section), labels, file, source.line(marker.start()));
        entries.add(entry);
        if (!entry.answered()) {
            findings.add(new Finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, file, entry.line(), id,
                    "'" + entry.question() + "' has no answer yet"));
        } else if (emptyLabel) {
            findings.add(new Finding(Finding.Rule.EMPTY_LABEL, file, entry.line(), id,
                    "'" + entry.question() + "' has a label without a value"));
        }
    }

    private Answer answer(String markdown) {
        if (markdown.isEmpty()) {
            return Answer.NONE;
        }
        String complete = definitions.addTo(markdown);
        Answer answer = new Answer(complete, PlainText.ofMarkdown(complete));
        return answer.isEmpty() ? Answer.NONE : answer;
    }

    private String anchor(QuestionMarker marker) {
        String name = marker.anchor();
        return name != null ? anchors.named(name) : anchors.next(marker.words().written());
    }

    private static String firstParagraph(String body) {
        String text = body.strip();
        int end = text.indexOf("\n\n");
        return end < 0 ? text : text.substring(0, end);
    }
}
