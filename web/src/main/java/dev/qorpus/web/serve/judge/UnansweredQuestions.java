package dev.qorpus.web.serve.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.web.json.Json;

/**
 * The questions that got no likely answer, in one file that only its owner can read. They never leave the machine. Of
 * too many, those that were asked the fewest times are dropped, the oldest first.
 */
public final class UnansweredQuestions {

    private static final String NAME = IndexSchema.UNANSWERED_NOTE;
    static final int MOST = 500;
    /** Longer ones are pasted texts. */
    static final int LONGEST = 300;
    /** A question that is asked again within this time, such as by a reload, is the same asking. */
    private static final Duration SAME = Duration.ofMinutes(10);
    /** The most frequent first, of these the newest. */
    private static final Comparator<Noted> ORDER = Comparator.comparingInt(Noted::times).thenComparing(Noted::last)
            .reversed();

    private final AtomicFile file;

    /**
     * A question.
     *
     * @param times how often it was asked
     * @param last when, in ISO 8601
     */
    public record Noted(String q, int times, String last) {}

    /** The file's content. */
    private record Content(List<Noted> questions) {}

    /** @param folder that the process may write */
    public UnansweredQuestions(Path folder) {
        this.file = new AtomicFile(folder.resolve(NAME), true);
    }

    /** The questions, the most frequent first. */
    public synchronized List<Noted> all() {
        try {
            return read();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Notes that a question was asked. */
    public synchronized void note(String question, Instant now) {
        NormalizedQuestion asked = NormalizedQuestion.of(question);
        if (asked.text().length() > LONGEST) {
            return;
        }
        change(all -> {
            Optional<Noted> before = all.stream().filter(noted -> isSame(noted, asked)).findFirst();
            if (before.isPresent() && Duration.between(Instant.parse(before.get().last()), now).compareTo(SAME) < 0) {
                return all;
            }
            List<Noted> next = new ArrayList<>(all);
            before.ifPresent(next::remove);
            next.add(new Noted(asked.text(), before.map(Noted::times).orElse(0) + 1,
                    now.truncatedTo(ChronoUnit.SECONDS).toString()));
            next.sort(ORDER);
            // The newest one stays, or a full list would never change.
            while (next.size() > MOST) {
                next.remove(isSame(next.getLast(), asked) ? next.size() - 2 : next.size() - 1);
            }
            return next;
        });
    }

    /** Forgets a question. */
    public synchronized void forget(String question) {
        NormalizedQuestion asked = NormalizedQuestion.lenient(question);
        change(all -> all.stream().filter(noted -> !isSame(noted, asked)).toList());
    }

    /** Forgets all questions. */
    public synchronized void forgetAll() {
        change(all -> List.of());
    }

    private static boolean isSame(Noted noted, NormalizedQuestion asked) {
        return NormalizedQuestion.lenient(noted.q()).key().equals(asked.key());
    }

    /** Makes the next list from the one before. */
    private interface Change {
        List<Noted> of(List<Noted> before);
    }

    private void change(Change change) {
        try {
            List<Noted> before = read();
            List<Noted> after = change.of(before);
            if (!after.equals(before)) {
                file.write(Json.indented(new Content(after)) + "\n");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A file that someone damaged counts as empty: it holds nothing that cannot be lost. */
    private List<Noted> read() throws IOException {
        String text = file.read();
        List<Noted> all = new ArrayList<>();
        if (text.isBlank()) {
            return all;
        }
        try {
            for (JsonNode each : Json.parse(text.getBytes(StandardCharsets.UTF_8)).path("questions")) {
                String last = each.path("last").asString("");
                all.add(new Noted(each.path("q").asString(""), each.path("times").asInt(1),
                        last.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ") ? last : Instant.EPOCH.toString()));
            }
        } catch (JacksonException e) {
            return new ArrayList<>();
        }
        return all;
    }

    private static CorpusException failed(IOException e) {
        return new CorpusException(NAME, "cannot be read or written: " + e);
    }
}
