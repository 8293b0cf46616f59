package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What topics are called. */
class TopicLabelsTest {

    /** Stems by cutting an s off. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        for (MatchResult word : Pattern.compile("\\w{3,}").matcher(text).results().toList()) {
            words.add(new Word(word.group().toLowerCase(Locale.ROOT).replaceAll("s$", ""),
                    new Span(word.start(), word.end())));
        }
        return words;
    }

    /** Signs and pairs of signs. */
    private static List<Word> signs(String text) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            for (int end = i + 1; end <= Math.min(i + 2, text.length()); end++) {
                words.add(new Word(text.substring(i, end), new Span(i, end)));
            }
        }
        return words;
    }

    private static TopicTerms terms(String... questions) {
        return terms(TopicLabelsTest::words, questions);
    }

    private static TopicTerms pairs(String... questions) {
        return terms(TopicLabelsTest::signs, questions);
    }

    private static TopicTerms terms(TopicTerms.Reader reader, String... questions) {
        TopicTerms terms = new TopicTerms();
        for (String question : questions) {
            terms.add(new Entry(new EntryId(question), EntryKind.QUESTION, null, question, new Answer("", ""),
                    Context.NONE, new TreeMap<>(), "a.md", 1), reader);
        }
        return terms;
    }

    @Test
    void aLabelIsWhatSetsATopicApartAsItIsWritten() {
        List<List<String>> terms = new TopicLabels(List.of(terms("error in Docker images", "error in a Docker image"),
                terms("error of a Spark job", "error in spark"))).terms();
        assertThat(terms.getFirst()).startsWith("Docker images").endsWith("error").doesNotContain("images", "Docker");
        assertThat(terms.getLast().getFirst()).isEqualTo("spark");
    }

    @Test
    void pairsOfSignsInALabelHaveNoSignInCommon() {
        List<List<String>> terms = new TopicLabels(List.of(pairs("游泳馆开门", "游泳馆休息"), pairs("借书"))).terms();
        assertThat(terms.getFirst()).contains("游泳馆").doesNotContain("游泳", "泳馆", "馆开");
    }

    @Test
    void aPairStandsForItsWordsWhereTheyMostlyStandTogether() {
        List<List<String>> terms = new TopicLabels(List.of(
                terms("word vectors", "good word vectors", "about word vectors", "one word"),
                terms("salt and pepper"))).terms();
        assertThat(terms.getFirst().getFirst()).isEqualTo("word vectors");
    }

    @Test
    void wordsOfQuestionsVerbsAndMembersOfObjectsNameNothing() {
        List<List<String>> names = new TopicLabels(List.of(
                terms("What is the output of console.log in closures?", "Explain the output of a closure",
                        "How can we adapt a closure, and what is the answer?", "Can we adapt closures quickly?"),
                terms("salt and pepper", "salt"))).names();
        assertThat(names.getFirst()).startsWith("closures").doesNotContain("output", "console.log", "adapt", "answer",
                "quickly");
    }

    @Test
    void codeInAnswersNamesNothing() {
        TopicTerms terms = new TopicTerms();
        for (int i = 0; i < 3; i++) {
            terms.add(new Entry(new EntryId("a.md#" + i), EntryKind.QUESTION, null, "What's the output?",
                    new Answer("```js\nconst sayHi = lydia\n```\n\nHoisting puts `lydia` first.", "not read"),
                    Context.NONE, new TreeMap<>(), "a.md", 1), TopicLabelsTest::words);
        }
        assertThat(new TopicLabels(List.of(terms)).names().getFirst()).contains("Hoisting")
                .doesNotContain("output", "const", "sayHi", "lydia");
    }

    @Test
    void aHeadingThatFitsATopicNamesIt() {
        Headings headings = new Headings();
        for (int row = 0; row < 10; row++) {
            headings.add(row, new Entry(new EntryId("a.md#" + row), EntryKind.QUESTION, null, "Why?", Answer.NONE,
                    new Context("50 Kitchen Interview Questions", List.of(row < 6 ? "2. Hot Drinks:" : "Cold ones")),
                    new TreeMap<>(), "a.md", 1));
        }
        int[] groups = {0, 0, 0, 0, 0, 1, 1, 2, 2, 2};
        assertThat(headings.of(groups, 0, 5)).hasValue("Hot Drinks");
        assertThat(headings.of(groups, 1, 2)).isEmpty();
        assertThat(headings.of(new int[10], 0, 10)).hasValue("Kitchen");
    }

    @Test
    void noTwoTopicsHaveOneLabel() {
        assertThat(
                TopicLabels.of(List.of(List.of("a", "b", "c", "d"), List.of("a", "b", "c", "e"), List.of("a", "b"),
                        List.of(), List.of()), 2))
                .containsExactly("a, b", "a, b, c", "a, b (2)", "Entries", "Entries (2)");
    }
}
