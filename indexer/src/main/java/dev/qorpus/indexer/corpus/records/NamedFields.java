package dev.qorpus.indexer.corpus.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * The named fields of a record, to be turned into an entry. The name of a field tells what it contains; case does not
 * matter. A field with an unknown name is a label.
 */
final class NamedFields {

    /** The names of the question, the preferred names first. */
    static final List<String> QUESTION = List.of("question", "title", "q");

    /** The names of the answer. */
    static final List<String> ANSWER = List.of("answer", "text", "body", "a");
    private static final List<String> ID = List.of("_id", "id");
    private static final List<String> SECTION = List.of("section", "category");
    private static final List<String> TYPE = List.of(Entry.TYPE);

    /** The longest id in characters. Engines refuse longer terms. */
    private static final int LONGEST_ID = 1_000;

    private static final int TITLE = 80;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, List<String>> metadata = new LinkedHashMap<>();

    /** Adds a field of the record. */
    void add(String name, List<String> values) {
        add(fields, name, values);
    }

    /** Adds a field of the metadata: a label, section or type, but never the text. */
    void addMetadata(String name, List<String> values) {
        add(metadata, name, values);
    }

    private static void add(Map<String, List<String>> to, String name, List<String> values) {
        List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
        if (!name.isBlank() && !filled.isEmpty()) {
            to.computeIfAbsent(SingleLine.of(name.strip()), fresh -> new ArrayList<>()).addAll(filled);
        }
    }

    /** Whether a column with a name contains questions. */
    static boolean isQuestion(String name) {
        return QUESTION.stream().anyMatch(name.strip()::equalsIgnoreCase);
    }

    /** Hands on the record as an entry, or reports why it is malformed. */
    void emit(int line, RecordCollector records) {
        String id = first(ID).map(NamedFields::inOneLine).orElse(records.file() + "#line" + line);
        String answer = String.join("\n\n", take(fields, ANSWER)).strip().replace("\r\n", "\n").replace('\u0000',
                '\uFFFD');
        String question = first(QUESTION).map(NamedFields::inOneLine).orElse(beginning(answer));
        if (question.isBlank()) {
            records.malformed(line,
                    "neither a question (\"title\" or \"question\") nor an answer (\"text\" or \"answer\")");
        } else if (id.length() > LONGEST_ID) {
            records.malformed(line,
                    "the id has " + id.length() + " characters; use at most " + LONGEST_ID);
        } else {
            List<String> section = either(SECTION).stream().map(NamedFields::inOneLine).toList();
            // Nothing tells whether the text is Markdown. It is stored as it is, and pages render it as Markdown.
            records.entry(new Entry(new EntryId(id), EntryKind.QUESTION, null, question, new Answer(answer, answer),
                    new Context("", section), labels(), records.file(), line));
        }
    }

    /** The fields that are left after all others were taken. */
    private SortedMap<String, List<String>> labels() {
        SortedMap<String, List<String>> labels = new TreeMap<>();
        List<String> types = either(TYPE);
        if (!types.isEmpty()) {
            labels.put(Entry.TYPE, types);
        }
        fields.forEach((name, values) -> labels.computeIfAbsent(name, fresh -> new ArrayList<>()).addAll(values));
        metadata.forEach((name, values) -> labels.computeIfAbsent(name, fresh -> new ArrayList<>()).addAll(values));
        labels.replaceAll((name, values) -> values.stream().map(NamedFields::inOneLine).distinct().toList());
        return labels;
    }

    private Optional<String> first(List<String> names) {
        return take(fields, names).stream().findFirst();
    }

    private List<String> either(List<String> names) {
        List<String> values = take(fields, names);
        return values.isEmpty() ? take(metadata, names) : values;
    }

    private static List<String> take(Map<String, List<String>> from, List<String> names) {
        for (String name : names) {
            for (String present : from.keySet()) {
                if (present.equalsIgnoreCase(name)) {
                    return new ArrayList<>(from.remove(present));
                }
            }
        }
        return List.of();
    }

    private static String inOneLine(String text) {
        return SingleLine.of(text.strip().replaceAll("\\s+", " "));
    }

    /** The first words of a text, as the title of a text without a title. */
    static String beginning(String text) {
        String line = inOneLine(text.length() > 10 * TITLE ? text.substring(0, 10 * TITLE) : text);
        int end = line.length() <= TITLE ? line.length() : Math.max(line.lastIndexOf(' ', TITLE), TITLE / 4);
        return end == line.length() ? line : line.substring(0, end) + " …";
    }
}
