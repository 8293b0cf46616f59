package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.html.SafeHtml;
import dev.qorpus.indexer.corpus.question.MarkdownParser;

import static org.assertj.core.api.Assertions.assertThat;

/** The seed as it is: 27 entries in their sections, one of them without an answer. */
class SeedTest {

    private final MarkdownParser.Parsed seed = parse();

    @Test
    void everyQuestionIsAnEntry() {
        assertThat(seed.entries()).hasSize(27);
        assertThat(seed.entries()).extracting(Entry::number)
                .containsExactly(java.util.stream.IntStream.rangeClosed(1, 27)
                        .mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(entry(2).id()).hasToString(
                "models.md#q2-what-is-one-hot-encoding-and-what-are-its-limitations");
        assertThat(entry(26).id()).hasToString("models.md#q26-whats-new-in-flashattention-2-and-3");
        assertThat(entry(2).question()).isEqualTo("What is one-hot encoding and what are its limitations?");
        assertThat(entry(2).line()).isEqualTo(13);
    }

    @Test
    void sectionsAndTypesAreKept() {
        assertThat(entry(2).section()).containsExactly("Word Embeddings in NLP");
        assertThat(entry(27).section()).containsExactly("Efficient and Long-Context Transformer Models");
        assertThat(seed.entries()).extracting(Entry::type).containsOnly("Basic", "Deep", "Hands-On", null);
        assertThat(entry(18).type()).isEqualTo("Hands-On");
    }

    @Test
    void theUnansweredQuestionIsKeptAndReported() {
        assertThat(entry(27).answered()).isFalse();
        assertThat(entry(27).type()).isNull();
        assertThat(seed.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Finding.Rule.QUESTION_WITHOUT_ANSWER);
            assertThat(finding.line()).isEqualTo(237);
            assertThat(finding.id()).isEqualTo(entry(27).id());
        });
        assertThat(seed.entries().stream().filter(Entry::answered)).hasSize(26);
    }

    @Test
    void answersReadAsPlainText() {
        assertThat(entry(6).answer().text()).isEqualTo(
                """
                        - GloVe (Global Vectors) uses global co-occurrence statistics of words rather than local context windows.
                        - It provides embeddings that better capture global structure in the corpus.""");
        assertThat(entry(5).answer().text())
                .contains("\n\n> Words that appear in similar contexts have similar meanings.\n\n")
                .contains("king - man + woman = queen");
        assertThat(entry(22).answer().text())
                .contains("- Solution (ABF): ABF modifies the base frequency ($\\theta$, ");
        assertThat(entry(23).answer().text()).contains("3. Fine-Tune: Train on a small dataset")
                .contains("\n  - This works because").contains("- ~30% Long Data");
        assertThat(entry(25).answer().text()).startsWith("FlashAttention computes");
    }

    @Test
    void commentsAreNeverText() {
        for (Entry entry : seed.entries()) {
            for (String said : List.of(entry.answer().text(), entry.answer().markdown(),
                    SafeHtml.of(entry.answer().markdown()))) {
                assertThat(said).doesNotContain("<!--", "-->", "Add references", "Maybe make it like",
                        "small inconsistencies", "Motivation", "**T:**", "**A:**");
            }
        }
    }

    @Test
    void answersRenderAsHtml() {
        assertThat(SafeHtml.of(entry(22).answer().markdown())).contains("<span class=\"math\">$\\theta$</span>")
                .contains("<li>").contains("<strong>The Problem:</strong>");
        assertThat(SafeHtml.of(entry(5).answer().markdown())).contains("<blockquote>")
                .contains("<code>king - man + woman = queen</code>");
    }

    private Entry entry(int number) {
        return seed.entries().get(number - 1);
    }

    private static MarkdownParser.Parsed parse() {
        try {
            return new MarkdownParser().parse("models.md", Files.readString(Path.of("../seeds/models.md")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
