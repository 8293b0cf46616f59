package dev.qorpus.indexer.corpus.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.format.AnswerThread;
import dev.qorpus.indexer.corpus.format.AnswerThread.Reply;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.records.FieldName.Role;
import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * The named fields of a record, to be turned into an entry. The name of a field tells what it contains. A field with an
 * unknown name is a label.
 */
final class NamedFields {

    /** The longest id in characters. Engines refuse longer terms. */
    private static final int LONGEST_ID = 1_000;

    private static final int TITLE = 80;
    private static final int MOST_REPLIES = 100;

    /** A field with its values. */
    private record Field(FieldName name, List<String> values) {}

    private final List<Field> fields = new ArrayList<>();
    private final Map<String, List<String>> metadata = new LinkedHashMap<>();
    private final List<Reply> replies = new ArrayList<>();
    private boolean answerField;
    private boolean textField;
    private int item;
    private EntryKind kind = EntryKind.QUESTION;

    /** Adds a field of the record. */
    void add(FieldName name, List<String> values) {
        answerField |= name.role() == Role.ANSWER;
        textField |= name.mayBeAnswer();
        List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
        if (!name.name().isBlank() && !filled.isEmpty()) {
            fields.add(new Field(name, filled));
        }
    }

    /** Adds a field of the metadata: a label, section or type, but never the text. */
    void addMetadata(String name, List<String> values) {
        List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
        if (!name.isBlank() && !filled.isEmpty()) {
            metadata.computeIfAbsent(SingleLine.of(name.strip()), fresh -> new ArrayList<>()).addAll(filled);
        }
    }

    /** Adds an answer of several. */
    void addReply(String text, @Nullable Long score, boolean accepted) {
        answerField = true;
        replies.add(new Reply(CellText.answer(text), score, accepted));
    }

    /**
     * Says that the record is an item of a list. Its id begins with the name of the file, because the items of such lists are
     * numbered from 1, and several may stand on one line.
     */
    void isItem(int place) {
        item = place;
    }

    /** Says that the record is a flashcard. */
    void isCard() {
        kind = EntryKind.CARD;
    }

    /** Whether a field of the record has the name of an answer. */
    boolean hasAnswerField() {
        return answerField || textField;
    }

    /** Whether a field of the record holds a question. */
    boolean hasQuestion() {
        return fields.stream().anyMatch(field -> field.name().role() == Role.QUESTION);
    }

    /** Hands on the record as an entry, or reports why it is malformed. */
    void emit(int line, RecordCollector records) {
        boolean card = fields.stream().filter(field -> field.name().isCard()).count() >= 2;
        String id = inOneLine(first(take(Role.ID, 1)));
        AnswerThread thread = thread();
        Answer answer = thread.answer();
        String title = inOneLine(CellText.question(inOneLine(first(take(Role.QUESTION, 1)))));
        String question = title.isBlank() ? beginning(answer.text()) : thread.question(title);
        if (question.isBlank()) {
            records.malformed(line,
                    "neither a question (\"title\" or \"question\") nor an answer (\"text\" or \"answer\")");
        } else if (id.length() > LONGEST_ID) {
            records.malformed(line, "the id has " + id.length() + " characters; use at most " + LONGEST_ID);
        } else {
            List<String> section = either(Role.SECTION).stream().map(NamedFields::inOneLine).toList();
            records.leftOut(LeftOutRule.FIELD, id);
            records.entry(new Entry(new EntryId(id(id, line, records.file())), card ? EntryKind.CARD : kind, null,
                    question, answer, new Context("", section), labels(),
                    records.file(), line));
        }
    }

    private String id(String named, int line, String file) {
        if (item > 0) {
            return file + "#" + (named.isEmpty() ? item : named);
        }
        return named.isEmpty() ? file + "#line" + line : named;
    }

    /** The answers. Text with a name that may be an answer's is one only if there is no field for the answer. */
    private AnswerThread thread() {
        AnswerThread thread = new AnswerThread();
        List<Field> answers = take(Role.ANSWER, Integer.MAX_VALUE);
        List<Field> explanations = take(Role.EXPLANATION, Integer.MAX_VALUE);
        List<Field> bodies = take(Role.BODY, Integer.MAX_VALUE);
        replies.sort(Reply.BEST_FIRST);
        replies.stream().limit(MOST_REPLIES).forEach(thread::add);
        thread.addUnread(Math.max(0, replies.size() - MOST_REPLIES));
        answers.addAll(explanations);
        if (answers.isEmpty() && !answerField && !bodies.isEmpty()) {
            answers.add(bodies.removeFirst());
        }
        if (!answers.isEmpty()) {
            String all = String.join("\n\n", answers.stream().flatMap(field -> field.values().stream())
                    .distinct().toList());
            thread.add(new Reply(CellText.answer(all), null, false));
        }
        bodies.forEach(body -> body.values()
                .forEach(text -> thread.addDetail(detail(body.name().name()), CellText.answer(text))));
        return thread;
    }

    private static String detail(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "context", "passage", "paragraph" -> "Context";
            case "input" -> "Input";
            default -> "Question";
        };
    }

    /** The fields that are left after all others were taken. */
    private SortedMap<String, List<String>> labels() {
        SortedMap<String, List<String>> labels = new TreeMap<>();
        List<String> types = either(Role.TYPE);
        if (!types.isEmpty()) {
            labels.put(Entry.TYPE, types);
        }
        fields.forEach(field -> labels.computeIfAbsent(SingleLine.of(field.name().name()), name -> new ArrayList<>())
                .addAll(field.values()));
        metadata.forEach((name, values) -> labels.computeIfAbsent(name, fresh -> new ArrayList<>()).addAll(values));
        labels.replaceAll((name, values) -> values.stream().map(NamedFields::inOneLine).distinct().toList());
        return labels;
    }

    private List<String> either(Role role) {
        List<Field> taken = take(role, 1);
        if (!taken.isEmpty()) {
            return taken.getFirst().values();
        }
        for (String name : metadata.keySet()) {
            if (FieldName.of(name).role() == role) {
                return metadata.remove(name);
            }
        }
        return List.of();
    }

    /** Removes the fields of a role, the preferred names first. */
    private List<Field> take(Role role, int most) {
        List<Field> taken = new ArrayList<>(2);
        for (Field field : fields) {
            if (field.name().role() == role) {
                taken.add(field);
            }
        }
        if (taken.size() > 1) {
            taken.sort(Comparator.comparingInt(field -> field.name().rank()));
            taken = new ArrayList<>(taken.subList(0, Math.min(most, taken.size())));
        }
        fields.removeAll(taken);
        return taken;
    }

    private static String first(List<Field> taken) {
        return taken.isEmpty() ? "" : taken.getFirst().values().getFirst();
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
