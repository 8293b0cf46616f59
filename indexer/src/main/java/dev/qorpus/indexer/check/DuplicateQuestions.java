package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.indexer.corpus.entry.Finding.Rule;

/**
 * Finds questions that stand in a corpus more than once. The same question with the same answer is a duplicate; with
 * other answers it is ambiguous, as "What's the output?" is. Each group makes one finding, at its second entry.
 */
final class DuplicateQuestions implements EntryCheck {

    /** One entry: where it is, and its answer. */
    private record Asked(Place place, Digest answer, String question) {}

    private static final Digest UNANSWERED = Digest.of("");

    private final Map<Digest, List<Asked>> byQuestion = new LinkedHashMap<>();

    @Override
    public void entry(Entry entry) {
        Digest question = Digest.of(ComparableQuestion.normalised(entry.question()));
        List<Asked> group = byQuestion.get(question);
        Digest answer = entry.answered() ? Digest.of(ComparableQuestion.normalised(entry.answer().text())) : UNANSWERED;
        // Most questions are asked once: their text is in the corpus, and needs no place here.
        Asked asked = new Asked(Place.of(entry), answer, group == null ? "" : entry.question());
        if (group == null) {
            byQuestion.put(question, List.of(asked));
        } else {
            List<Asked> grown = group.size() == 1 ? new ArrayList<>(group) : group;
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

    private static List<Finding> of(List<Asked> group) {
        Map<Digest, List<Asked>> byAnswer = new LinkedHashMap<>();
        group.forEach(asked -> byAnswer.computeIfAbsent(asked.answer(), answer -> new ArrayList<>()).add(asked));
        String question = group.get(1).question();
        long answers = byAnswer.keySet().stream().filter(answer -> !answer.equals(UNANSWERED)).count();
        if (answers < 2) {
            boolean all = byAnswer.size() == 1;
            return List.of(finding(Rule.DUPLICATE_QUESTION, group, all
                    ? "'" + question + "' is asked " + times(group.size()) + " with the same answer"
                    : "'" + question + "' is asked " + times(group.size()) + ", and not answered everywhere"));
        }
        List<Finding> findings = new ArrayList<>();
        byAnswer.values().stream().filter(same -> same.size() > 1)
                .forEach(same -> findings.add(finding(Rule.DUPLICATE_QUESTION, same,
                        "'" + question + "' is asked " + times(same.size()) + " with the same answer")));
        findings.add(finding(Rule.AMBIGUOUS_QUESTION, group,
                "'" + question + "' is asked " + times(group.size()) + " with different answers"));
        return findings;
    }

    private static Finding finding(Rule rule, List<Asked> group, String message) {
        List<Place> others = new ArrayList<>(group.stream().map(Asked::place).toList());
        Place second = others.remove(1);
        return Finding.of(rule, second, message, others);
    }

    private static String times(int count) {
        return count == 2 ? "twice" : count + " times";
    }
}
