package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.indexer.corpus.entry.Finding.Rule;

/**
 * Finds questions that occur more than once. With the same answer they are duplicates; with different answers they are
 * ambiguous, such as "What's the output?". Each group gives one finding, at its second entry.
 */
final class DuplicateQuestions implements EntryCheck {

    /** An occurrence of a question. */
    private record Occurrence(Place place, TextFingerprint answer, String question) {}

    /** The highest number of questions that are compared, so that memory is bounded. */
    static final int MOST = 250_000;

    private static final TextFingerprint UNANSWERED = TextFingerprint.of("");

    private final Map<TextFingerprint, List<Occurrence>> byQuestion = new LinkedHashMap<>();
    private final int most;
    private int compared;
    private long left;

    DuplicateQuestions() {
        this(MOST);
    }

    /** @param most the highest number of questions that are compared */
    DuplicateQuestions(int most) {
        this.most = most;
    }

    @Override
    public void entry(Entry entry) {
        if (entry.kind() == EntryKind.SECTION) {
            // Documents may share headings, such as "Installation".
            return;
        }
        if (compared == most) {
            left++;
            return;
        }
        compared++;
        TextFingerprint question = TextFingerprint.of(ComparableQuestion.normalised(entry.question()));
        List<Occurrence> group = byQuestion.get(question);
        TextFingerprint answer = entry.answered()
                ? TextFingerprint.of(ComparableQuestion.normalised(entry.answer().text()))
                : UNANSWERED;
        // Most questions occur once. To save memory, only repeated questions keep their text.
        Occurrence asked = new Occurrence(Place.of(entry), answer, group == null ? "" : entry.question());
        if (group == null) {
            byQuestion.put(question, List.of(asked));
        } else {
            List<Occurrence> grown = group.size() == 1 ? new ArrayList<>(group) : group;
            grown.add(asked);
            byQuestion.put(question, grown);
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        byQuestion.values().stream().filter(group -> group.size() > 1).forEach(group -> findings.addAll(of(group)));
        return findings;
    }

    private static List<Finding> of(List<Occurrence> group) {
        Map<TextFingerprint, List<Occurrence>> byAnswer = new LinkedHashMap<>();
        group.forEach(asked -> byAnswer.computeIfAbsent(asked.answer(), answer -> new ArrayList<>()).add(asked));
        String question = group.get(1).question();
        long answers = byAnswer.keySet().stream().filter(answer -> !answer.equals(UNANSWERED)).count();
        if (answers < 2) {
            boolean all = byAnswer.size() == 1;
            return List.of(finding(Rule.DUPLICATE_QUESTION, group, all
                    ? "'" + question + "' occurs " + times(group.size()) + " with the same answer"
                    : "'" + question + "' occurs " + times(group.size()) + ", but not always with an answer"));
        }
        List<Finding> findings = new ArrayList<>();
        byAnswer.values().stream().filter(same -> same.size() > 1)
                .forEach(same -> findings.add(finding(Rule.DUPLICATE_QUESTION, same,
                        "'" + question + "' occurs " + times(same.size()) + " with the same answer")));
        findings.add(finding(Rule.AMBIGUOUS_QUESTION, group,
                "'" + question + "' occurs " + times(group.size()) + " with different answers"));
        return findings;
    }

    private static Finding finding(Rule rule, List<Occurrence> group, String message) {
        List<Place> others = new ArrayList<>(group.stream().map(Occurrence::place).toList());
        Place second = others.remove(1);
        return Finding.of(rule, second, message, others);
    }

    private static String times(int count) {
        return count == 2 ? "twice" : count + " times";
    }

    @Override
    public Optional<String> note() {
        return left == 0
                ? Optional.empty()
                : Optional.of("only the first " + most + " questions were compared by their words; " + left
                        + " further questions were not compared");
    }
}
