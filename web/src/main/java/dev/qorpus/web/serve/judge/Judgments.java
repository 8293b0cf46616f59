package dev.qorpus.web.serve.judge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.query.QueryException;

/**
 * Judgments in a folder in BEIR's layout, {@code queries.jsonl} and {@code qrels.tsv}. The files are the only state:
 * each change reads them, under a lock that other processes respect, and replaces them. So several servers, and people
 * with editors, can work on one folder.
 */
public final class Judgments {

    /** The most questions with judgments. */
    static final int MOST_QUESTIONS = 50_000;

    private static final String LOCK = ".judging.lock";

    private final Path folder;
    private final AtomicFile queries;
    private final AtomicFile qrels;
    private @Nullable Snapshot last;

    /**
     * A judgment that was made.
     *
     * @param before the grade that it replaced
     * @param after the grade now
     * @param questions how many questions have a judgment now
     */
    public record Judged(JudgmentGrade before, JudgmentGrade after, int questions) {}

    /**
     * What the files say about one question.
     *
     * @param questions how many questions have a judgment
     * @param grades of the entries that were judged for it
     */
    public record Stand(int questions, Map<String, JudgmentGrade> grades) {}

    /** The files as they are read together. */
    private record Content(QuestionLines questions, GradeLines grades) {}

    /** The files as they were read last, and the times and sizes that they had. */
    private record Snapshot(String stamp, Content content) {}

    /** @param folder is made with the first judgment */
    public Judgments(Path folder) {
        this.folder = folder;
        this.queries = new AtomicFile(folder.resolve("queries.jsonl"), false);
        this.qrels = new AtomicFile(folder.resolve("qrels.tsv"), false);
    }

    /** The name of the folder, which is that of the collection. */
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * The grades of a question.
     *
     * @param question empty for none
     * @throws CorpusException if the files cannot be read
     */
    public synchronized Stand of(String question) {
        try {
            Content content = unchanged();
            Map<String, JudgmentGrade> grades = content.questions().id(NormalizedQuestion.lenient(question))
                    .map(content.grades()::of).orElse(Map.of());
            return new Stand(content.grades().questions(), grades);
        } catch (IOException e) {
            throw failed("cannot be read", e);
        }
    }

    /**
     * Judges an entry for a question.
     *
     * @param was the grade that it must have now, so that a judgment of someone else is not undone; null for any
     * @return empty if it has another grade now
     * @throws QueryException if question or entry cannot be written into the files
     * @throws CorpusException if the files cannot be read or written; they stay as they were
     */
    public synchronized Optional<Judged> judge(String question, String entry, JudgmentGrade grade,
            @Nullable JudgmentGrade was) {
        NormalizedQuestion asked = NormalizedQuestion.of(question);
        check(entry);
        try {
            last = null;
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock held = lock.lock()) {
                return held.isValid() ? change(asked, entry, grade, was) : Optional.empty();
            }
        } catch (IOException e) {
            throw failed("cannot be written", e);
        }
    }

    private Optional<Judged> change(NormalizedQuestion asked, String entry, JudgmentGrade grade,
            @Nullable JudgmentGrade was) throws IOException {
        Content content = read();
        JudgmentGrade before = content.questions().id(asked).map(content.grades()::of).orElse(Map.of())
                .getOrDefault(entry, JudgmentGrade.NONE);
        if (was != null && was != before) {
            return Optional.empty();
        }
        if (before == grade) {
            return Optional.of(new Judged(before, grade, content.grades().questions()));
        }
        if (grade == JudgmentGrade.NONE) {
            remove(content, asked, entry);
        } else {
            add(content, asked, entry, grade);
        }
        return Optional.of(new Judged(before, grade, content.grades().questions()));
    }

    /** The question comes first: after a crash between the two, a question without a judgment does no harm. */
    private void add(Content content, NormalizedQuestion asked, String entry, JudgmentGrade grade) throws IOException {
        if (content.grades().questions() >= MOST_QUESTIONS && content.questions().id(asked).isEmpty()) {
            throw new QueryException("there are judgments on " + MOST_QUESTIONS
                    + " questions; more are not written into one folder, so start the server with another one");
        }
        if (!Files.exists(qrels.path())) {
            // A folder without this file is a corpus, and its questions would be indexed.
            qrels.write(GradeLines.HEADER + "\n");
        }
        String before = content.questions().text();
        String id = content.questions().idOf(asked);
        content.grades().set(id, entry, grade);
        if (!content.questions().text().equals(before)) {
            queries.write(content.questions().text());
        }
        qrels.write(content.grades().text());
    }

    private void remove(Content content, NormalizedQuestion asked, String entry) throws IOException {
        String id = content.questions().idOf(asked);
        content.grades().set(id, entry, JudgmentGrade.NONE);
        String before = content.questions().text();
        if (content.grades().of(id).isEmpty()) {
            content.questions().removeOwn(asked);
        }
        if (content.grades().isEmpty() && content.questions().text().isBlank()) {
            // Nothing is left. The questions go first, as they would be a corpus by themselves.
            Files.deleteIfExists(queries.path());
            Files.deleteIfExists(qrels.path());
            return;
        }
        qrels.write(content.grades().text());
        if (!content.questions().text().equals(before)) {
            queries.write(content.questions().text());
        }
    }

    /** The files by name, as one moment has them. */
    public synchronized Map<String, byte[]> files() {
        try {
            return Map.of("queries.jsonl", queries.read().getBytes(StandardCharsets.UTF_8), "qrels.tsv",
                    qrels.read().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed("cannot be read", e);
        }
    }

    /** The content for reading. Files of many questions are not read again unless they changed. */
    private Content unchanged() throws IOException {
        String stamp = queries.stamp() + " " + qrels.stamp();
        Snapshot known = last;
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Snapshot(stamp, read());
            last = known;
        }
        return known.content();
    }

    private Content read() throws IOException {
        return new Content(new QuestionLines(queries.read()), new GradeLines(qrels.read()));
    }

    /** A tab or the end of a line would be a further column or judgment. */
    private static void check(String entry) {
        if (entry.isBlank() || entry.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(entry)) {
            throw new QueryException("the id cannot be written into qrels.tsv, because it has control characters");
        }
    }

    private CorpusException failed(String what, IOException e) {
        return new CorpusException(folder.toString(), "the judgments " + what + ": " + e);
    }
}
