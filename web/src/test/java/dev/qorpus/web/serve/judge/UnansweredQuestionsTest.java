package dev.qorpus.web.serve.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.serve.judge.UnansweredQuestions.Noted;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions that got no likely answer, in a file. */
class UnansweredQuestionsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    private UnansweredQuestions questions() {
        return new UnansweredQuestions(folder);
    }

    @Test
    void theMostFrequentComeFirstAndAReloadDoesNotCount() {
        questions().note("How long does tea keep?", NOON);
        questions().note("how long does  tea keep?", NOON.plusSeconds(60));
        questions().note("Why a cup?", NOON.plusSeconds(90));
        questions().note("HOW long does tea keep?", NOON.plusSeconds(3600));

        assertThat(questions().all()).containsExactly(
                new Noted("HOW long does tea keep?", 2, "2026-11-30T13:00:00Z"),
                new Noted("Why a cup?", 1, "2026-11-30T12:01:30Z"));
    }

    @Test
    void oneOrAllAreForgotten() {
        questions().note("tea", NOON);
        questions().note("cup", NOON);
        questions().note("pot", NOON);
        questions().forget("TEA");
        assertThat(questions().all()).extracting(Noted::q).containsExactlyInAnyOrder("cup", "pot");
        questions().forgetAll();
        assertThat(questions().all()).isEmpty();
    }

    @Test
    void thereIsAnEnd() {
        questions().note("twice", NOON);
        questions().note("twice", NOON.plusSeconds(3600));
        for (int i = 0; i <= UnansweredQuestions.MOST; i++) {
            questions().note("question " + i, NOON.plusSeconds(i));
        }
        questions().note("x".repeat(UnansweredQuestions.LONGEST + 1), NOON);

        assertThat(questions().all()).hasSize(UnansweredQuestions.MOST).extracting(Noted::q)
                .startsWith("twice", "question " + UnansweredQuestions.MOST)
                .doesNotContain("question 0", "question 1").contains("question 2");
    }

    @Test
    void aDamagedFileCountsAsEmpty() throws IOException {
        Path file = folder.resolve("unanswered.json");
        Files.writeString(file, "{\"questions\": [");
        questions().note("tea", NOON);
        assertThat(questions().all()).extracting(Noted::q).containsExactly("tea");

        Files.writeString(file, "{\"questions\": [{\"q\": \"cup\", \"times\": \"many\", \"last\": \"soon\"}, 7]}");
        questions().note("cup", NOON);
        assertThat(questions().all()).extracting(Noted::q).contains("cup");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerCanReadIt() throws IOException {
        questions().note("tea", NOON);
        questions().note("cup", NOON);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("unanswered.json"))))
                .isEqualTo("rw-------");
    }
}
