package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.coverage.WordCount;
import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.flashcards.CardSyntax;
import dev.qorpus.indexer.corpus.html.PlainText;
import dev.qorpus.indexer.corpus.markdown.Anchors;
import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.markdown.LinkDefinitions;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.AnswerKeys;
import dev.qorpus.indexer.corpus.question.words.AnswerText;
import dev.qorpus.indexer.corpus.question.words.TableColumn;
import dev.qorpus.indexer.corpus.section.Place;
import dev.qorpus.indexer.corpus.section.Section;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/** Turns the questions of one file into entries, and reports what is missing. */
final class EntryBuilder {

    private final String file;
    private final SourceText source;
    private final FrontMatter frontMatter;
    private final String title;
    private final boolean decked;
    private final LinkDefinitions definitions;
    private final Anchors anchors = new Anchors();
    private final Map<QuestionMarker, String> headingAnchors = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    /**
     * What an entry was made of.
     *
     * @param places its places in the file, in order
     * @param texts its texts, in the same order
     */
    record Claim(List<Place> places, List<String> texts) {

        /** The starts and ends of the places. */
        int[] offsets() {
            return places.stream().flatMapToInt(place -> IntStream.of(place.start(), place.end())).toArray();
        }
    }

    /**
     * @param title the title of the document; empty if it has none
     * @param headings all headings of the file, in the order in which they get their anchors
     */
    EntryBuilder(MarkdownFile input, Node document, String title, List<QuestionMarker> headings) {
        this.file = input.name();
        this.source = input.source();
        this.frontMatter = input.frontMatter();
        this.title = title;
        this.decked = input.isDecked();
        this.definitions = LinkDefinitions.of(document);
        headings.forEach(heading -> headingAnchors.put(heading, anchor(heading)));
        if (frontMatter.malformed() != null) {
            findings.add(new Finding(Finding.Rule.MALFORMED_FRONT_MATTER, file, 1, null,
                    "the front matter is not valid YAML: " + frontMatter.malformed()));
        }
    }

    /** The entries, by their lines. */
    List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparingInt(Entry::line)).toList();
    }

    /** What each entry was made of. */
    List<Claim> claims() {
        return List.copyOf(claims);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Adds a finding at an offset. */
    void finding(Finding.Rule rule, int offset, String message) {
        findings.add(new Finding(rule, file, source.line(offset), null, message));
    }

    /**
     * Adds the entry of a question, or of a section in its form. Its answer is in the region.
     *
     * @param given the answer that a key gives, if there is one
     */
    void entry(QuestionMarker marker, SourceRegion region, EntryKind kind, AnswerKeys.@Nullable Given given) {
        String raw = source.unnested(region.start(), region.end(), marker.nesting());
        String body = plain(marker.form() == Form.CARD ? CardSyntax.withoutTags(raw) : raw);
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
            body = (body + furtherColumns(words)).replace("\\|", "|").strip();
        }
        if (!words.question().isBlank()) {
            Place place = new Place(marker.form() == Form.FRONT_MATTER ? 0 : marker.start(),
                    Math.max(region.end(), marker.bodyStart()));
            add(marker, words, given == null ? body : body + "\n\n" + given.text(),
                    new Kind(marker.isCard() ? EntryKind.CARD : kind, region.section(),
                            given == null ? List.of(place) : List.of(place, given.place())));
        }
    }

    /** The columns that are neither labels nor the number, as paragraphs. */
    private String furtherColumns(QuestionText words) {
        return words.columns().stream().filter(column -> !column.isLabel() && !column.isNumber())
                .map(column -> "\n\n" + column.paragraph(source.slice(column.start(), column.end())))
                .collect(Collectors.joining());
    }

    /**
     * Adds the entry of a section, unless its text has fewer words.
     *
     * @param heading its heading, or a marker with the title of the document
     */
    void section(QuestionMarker heading, Section section, int leastWords) {
        String body = plain(section.pieces().stream().map(piece -> source.slice(piece.start(), piece.end()))
                .collect(Collectors.joining("\n\n")));
        QuestionText words = heading.words();
        if (WordCount.of(answer(AnswerText.of(body).markdown()).text()) >= leastWords) {
            add(heading, words.question().isBlank() ? words.withQuestion(words.written()) : words, body,
                    new Kind(EntryKind.SECTION, section.above(), places(heading, section.pieces())));
        }
    }

    /** In a file with flashcards, tags and ids are no text. */
    private String plain(String body) {
        return decked ? CardSyntax.withoutMarks(body) : body;
    }

    private static List<Place> places(QuestionMarker heading, List<Place> pieces) {
        return Stream.concat(Stream.of(new Place(heading.start(), heading.bodyStart())), pieces.stream()).toList();
    }

    /** Adds the questions and cards that are listed in the front matter. */
    void frontMatterPairs(String text) {
        for (FrontMatter.Pair pair : frontMatter.pairs()) {
            int start = inFrontMatter(text, pair.question());
            QuestionText words = QuestionText.of(pair.question());
            QuestionMarker marker = new QuestionMarker(Form.FRONT_MATTER, start, start, start, 0,
                    pair.around().tags().isEmpty() ? words : words.asCard(pair.around().tags()), null, Nesting.NONE);
            add(marker, marker.words(), pair.answer(),
                    new Kind(pair.card() ? EntryKind.CARD : EntryKind.QUESTION, pair.around().section(), List.of()));
        }
    }

    /** The offset of a text in the front matter, where it may have line breaks; 0 if it is not found. */
    private int inFrontMatter(String text, String question) {
        int whole = text.indexOf(question);
        int found = whole >= 0 ? whole : text.indexOf(question.replaceAll("\\A(\\S+ \\S+).*", "$1"));
        return found < 0 || found > frontMatter.end() ? 0 : found;
    }

    /** What an entry is, the headings above it, and its places in the file. */
    private record Kind(EntryKind kind, List<String> section, List<Place> places) {}

    private void add(QuestionMarker marker, QuestionText words, String body, Kind kind) {
        boolean whole = marker.form() == Form.FRONT_MATTER
                && (marker.bodyEnd() > marker.bodyStart() || kind.places().size() == 1);
        AnswerText text = AnswerText.of(whole && frontMatter.answer() != null
                ? frontMatter.answer() + "\n\n" + body
                : body);
        String known = headingAnchors.get(marker);
        EntryId id = new EntryId(file + "#" + (known != null ? known : anchor(marker)));
        SortedMap<String, List<String>> labels = new TreeMap<>(frontMatter.labels());
        labels.putAll(text.labels());
        words.columns().stream().filter(TableColumn::isLabel)
                .forEach(column -> labels.put(column.label(), column.values()));
        if (!words.tags().isEmpty()) {
            SortedSet<String> tags = new TreeSet<>(labels.getOrDefault("tags", List.of()));
            tags.addAll(words.tags());
            labels.put("tags", List.copyOf(tags));
        }
        boolean emptyLabel = labels.values().removeIf(values -> values.isEmpty() || values.getFirst().isEmpty());
        Entry entry = new Entry(id, kind.kind(), words.number(), words.question(), answer(text.markdown()),
                new Context(title, kind.section()), labels, file, source.line(marker.start()));
        entries.add(entry);
        List<String> texts = new ArrayList<>();
        if (words.number() != null) {
            texts.add(words.number());
        }
        // Tags may stand before and behind the question, and behind the answer.
        texts.addAll(words.tags());
        texts.add(words.question());
        texts.addAll(words.tags());
        text.labels().values().forEach(texts::addAll);
        texts.add(entry.answer().text());
        texts.addAll(words.tags());
        claims.add(new Claim(kind.places(), texts));
        words.columns().forEach(column -> claims.add(new Claim(List.of(new Place(column.start(), column.end())),
                List.of(column.text()))));
        if (!entry.answered() && kind.kind() != EntryKind.SECTION) {
            findings.add(new Finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, file, entry.line(), id,
                    "'" + entry.question() + "' has no answer yet"));
        } else if (emptyLabel && entry.answered()) {
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
        Node first = Markdown.parse(body).getFirstChild();
        return first == null || first.getSourceSpans().isEmpty()
                ? ""
                : body.substring(Blocks.start(first), Blocks.end(first));
    }
}
