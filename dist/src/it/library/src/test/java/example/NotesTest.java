package example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.langchain4j.QorpusContentRetriever;
import dev.qorpus.library.Qorpus;
import dev.qorpus.search.result.Hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NotesTest {

    @TempDir
    Path home;

    @Test
    void asksItsNotes() throws Exception {
        Path notes = Files.createDirectory(home.resolve("notes"));
        Files.writeString(notes.resolve("git.md"), """
                # Git

                ## How do I take back the last commit?

                `git reset --soft HEAD~1` keeps the changes.

                ## What is a branch?

                A name for a line of commits.
                """);
        try (Qorpus qorpus = Qorpus.in(home.resolve("index"))) {
            qorpus.index(notes);
            Hit first = qorpus.ask("undo a commit").hits().getFirst();
            assertEquals("How do I take back the last commit?", first.entry().question());
            List<Content> contents = new QorpusContentRetriever(qorpus, 3).retrieve(Query.from("undo a commit"));
            assertTrue(contents.getFirst().textSegment().text().contains("git reset"));
        }
    }
}
