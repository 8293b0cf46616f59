package dev.qorpus.indexer.corpus.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.source.OneLine;

/**
 * One record of a file with named fields, made into an entry. Which field is what follows from its name, in
 * lower or upper case; what has another name is a label.
 */
final class NamedFields {

    /** Names of the question, the preferred ones first. */
    static final List<String> QUESTION = List.of("question", "title", "q");

    /** Names of the answer. */
    static final List<String> ANSWER = List.of("answer", "text", "body", "a");
    private static final List<String> ID = List.of("_id", "id");
    private static final List<String> SECTION = List.of("section", "category");
    private static final List<String> TYPE = List.of(Entry.TYPE);

    /** Longer ids no engine takes as a term. */
    private static final int LONGEST_ID = 1_000;

    private static final int TITLE = 80;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, List<String>> metadata = new LinkedHashMap<>();

    /** Adds a field of the record itself. */
    void add(String name, List<String> values) {
        add(fields, name, values);
    }

    /** Adds a field that says something about the record: a label, a section or a type, never its text. */
    void addMetadata(String name, List<String> values) {
        add(metadata, name, values);
    }

    private static void add(Map<String, List<String>> to, String name, List<String> values) {
        List<String> said = values.stream().filter(value -> !value.isBlank()).toList();
        if (!name.isBlank() && !said.isEmpty()) {
            to.computeIfAbsent(OneLine.of(name.strip()), fresh -> new ArrayList<>()).addAll(said);
        }
    }

    /** Whether a column of that name holds questions. */
    static boolean isQuestion(String name) {
        return QUESTION.stream().anyMatch(name.strip()::equalsIgnoreCase);
    }

    /** Hands the record on as an entry, or reports why it is none. */
    void handOn(int line, RecordCollector records) {
        String id = first(ID).map(NamedFields::inOneLine).orElse(records.file() + "#line" + line);
        String answer = String.join("\n\n", take(fields, ANSWER)).strip().replace("\r\n", "\n").replace('\u0000',
                '\uFFFD');
        String question = first(QUESTION).map(NamedFields::inOneLine).orElse(beginning(answer));
        if (question.isBlank()) {
            records.malformed(line,
                    "neither a question (\"title\" or \"question\") nor a text (\"text\" or \"answer\")");
        } else if (id.length() > LONGEST_ID) {
            records.malformed(line,
                    "the id has " + id.length() + " characters; at most " + LONGEST_ID + " are allowed");
        } else {
            List<String> section = either(SECTION).stream().map(NamedFields::inOneLine).toList();
            // The text is kept as it is, since nothing says whether it is Markdown; a page renders it as if it were.
            records.entry(new Entry(new EntryId(id), null, question, new Answer(answer, answer), section, labels(),
                    records.file(), line));
        }
    }

    /** What is left when everything else has been taken. */
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
        return OneLine.of(text.strip().replaceAll("\\s+", " "));
    }

    /** A title for text that has none: its first words. */
    static String beginning(String text) {
        String line = inOneLine(text.length() > 10 * TITLE ? text.substring(0, 10 * TITLE) : text);
        int end = line.length() <= TITLE ? line.length() : Math.max(line.lastIndexOf(' ', TITLE), TITLE / 4);
        return end == line.length() ? line : line.substring(0, end) + " …";
    }
}
