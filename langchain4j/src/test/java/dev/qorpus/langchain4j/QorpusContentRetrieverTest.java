package dev.qorpus.langchain4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.library.Qorpus;
import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An index behind LangChain4j's own retrieval augmentor. */
class QorpusContentRetrieverTest {

    @TempDir
    static Path home;
    private static Qorpus qorpus;

    @BeforeAll
    static void index() throws IOException {
        Path notes = Files.createDirectories(home.resolve("notes"));
        Files.writeString(notes.resolve("house.md"), """
                # House

                ## When is the rubbish collected?

                On Tuesdays before seven. Put the bin in front of the gate.

                ## Where is the key of the cellar?

                On the hook behind the kitchen door.

                ## Who repairs the lift?
                """);
        qorpus = Qorpus.in(home.resolve("index"));
        qorpus.index(notes);
    }

    @AfterAll
    static void close() {
        qorpus.close();
    }

    @Test
    void aMessageIsAugmentedWithTheEntryThatAnswers() {
        AugmentationResult result = DefaultRetrievalAugmentor.builder()
                .contentRetriever(new QorpusContentRetriever(qorpus)).build()
                .augment(request("On which day do they take the garbage away?"));
        assertThat(result.chatMessage().toString()).contains("On which day do they take the garbage away?",
                "On Tuesdays before seven.");
        Content first = result.contents().getFirst();
        assertThat(first.textSegment().text()).startsWith("When is the rubbish collected?\n\nOn Tuesdays");
        assertThat(first.textSegment().metadata().getString("file")).isEqualTo("house.md");
        assertThat(first.textSegment().metadata().getInteger("line")).isEqualTo(3);
        assertThat(first.textSegment().metadata().getDouble("confidence")).isBetween(0.5, 1.0);
        assertThat((Double) first.metadata().get(ContentMetadata.SCORE)).isBetween(0.1, 1.0);
    }

    private static AugmentationRequest request(String text) {
        UserMessage message = UserMessage.from(text);
        return new AugmentationRequest(message, Metadata.from(message, "chat", List.of()));
    }

    @Test
    void whereNothingAnswersNothingIsRetrieved() {
        QorpusContentRetriever retriever = new QorpusContentRetriever(qorpus, 3);
        assertThat(retriever.retrieve(Query.from("What is the capital of Mongolia?"))).isEmpty();
        assertThat(retriever.retrieve(Query.from("Who repairs the lift?"))).as("a question without an answer")
                .isEmpty();
        assertThat(retriever.retrieve(Query.from("-cellar key \"where"))).as("operators are plain text").isNotEmpty();
    }

    @Test
    void aLongQueryIsShortenedAndAWrongNumberRefused() {
        assertThat(new QorpusContentRetriever(qorpus, 1).retrieve(Query.from("key of the cellar ".repeat(1_000))))
                .hasSizeLessThanOrEqualTo(1);
        assertThatThrownBy(() -> new QorpusContentRetriever(qorpus, 0)).isInstanceOf(QueryException.class)
                .hasMessageContaining("k is 0");
        assertThat(List.of(new QorpusContentRetriever(qorpus).most())).containsExactly(5);
    }
}
