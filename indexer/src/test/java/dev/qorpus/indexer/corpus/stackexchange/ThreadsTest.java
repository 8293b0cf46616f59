package dev.qorpus.indexer.corpus.stackexchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of the answers to a question, and its bounds. */
class ThreadsTest {

    /** An answer with a score. */
    private record Given(int id, int score) {
        String row() {
            return "<row Id=\"" + id + "\" PostTypeId=\"2\" ParentId=\"1\" Score=\"" + score + "\" Body=\"answer " + id
                    + "\"/>\n";
        }
    }

    @Test
    void theAcceptedAnswerComesFirstAndTheOthersByScoreHoweverTheyAreOrdered() {
        Random random = new Random(20261129);
        for (int round = 0; round < 50; round++) {
            List<Given> given = new ArrayList<>();
            for (int id = 2; id < 2 + random.nextInt(1, 8); id++) {
                given.add(new Given(id, random.nextInt(-2, 3)));
            }
            int accepted = random.nextInt(2, 10);
            List<Given> expected = new ArrayList<>(given);
            expected.sort(Comparator.comparingInt((Given one) -> one.id() == accepted ? 0 : 1)
                    .thenComparingInt(one -> -one.score()));
            Collections.shuffle(given, random);
            List<String> rows = new ArrayList<>(given.stream().map(Given::row).toList());
            rows.add(random.nextInt(rows.size() + 1), "<row Id=\"1\" PostTypeId=\"1\" AcceptedAnswerId=\"" + accepted
                    + "\" Title=\"Why?\" Body=\"the body\"/>\n");

            List<String> lines = lines(rows);

            List<String> wanted = new ArrayList<>();
            expected.forEach(one -> wanted.addAll(List.of("answer " + one.id(),
                    "— " + (one.id() == accepted ? "accepted answer, " : "") + "score " + one.score())));
            wanted.addAll(List.of("Question:", "the body"));
            assertThat(withoutOrderOfEqualScores(lines)).isEqualTo(withoutOrderOfEqualScores(wanted));
        }
    }

    private static List<String> lines(List<String> rows) {
        ParseResult result = ParseResult.of("Posts.xml", "<posts>\n" + String.join("", rows) + "</posts>");
        assertThat(result.entries()).hasSize(1);
        return result.entries().getFirst().answer().text().lines().filter(line -> !line.isBlank()).toList();
    }

    /** Of equal scores the one that comes first in the file wins, which the shuffling hides. */
    private static List<String> withoutOrderOfEqualScores(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("answer ")).toList();
    }

    @Test
    void aQuestionOfThousandsOfAnswersKeepsTheBest() {
        List<String> rows = new ArrayList<>(List.of("<row Id=\"1\" PostTypeId=\"1\" Title=\"Why?\"/>\n"));
        for (int id = 2; id < 5_002; id++) {
            rows.add(new Given(id, id).row());
        }

        List<String> lines = lines(rows);

        assertThat(lines.subList(0, 4)).containsExactly("answer 5001", "— score 5001", "answer 5000", "— score 5000");
        assertThat(lines.getLast()).matches("\\d+ more answers are not shown.");
    }
}
