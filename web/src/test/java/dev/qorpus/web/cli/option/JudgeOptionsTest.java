package dev.qorpus.web.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.web.api.ServerSettings;
import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.load.Limits;
import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.serve.judge.JudgmentGrade;
import dev.qorpus.web.serve.judge.Judgments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where judgments go, and which servers take some. */
class JudgeOptionsTest {

    private static final String TOKEN = "tea-and-cups-and-saucers";

    @TempDir
    private Path home;

    private static JudgeOptions options(String... arguments) {
        JudgeOptions options = new JudgeOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options)).parseArgs(arguments);
        return options;
    }

    private static void check(JudgeOptions options, @Nullable String token, List<String> hosts) {
        options.check(new CommandLine(CommandSpec.create()), new ServerSettings("127.0.0.1", 0, token, Limits.of(2),
                LogDetail.NONE, Deployment.of("", hosts, List.of())));
    }

    private static void judge(@Nullable Judgments judgments, JudgmentGrade grade) {
        assertThat(Objects.requireNonNull(judgments).judge("tea", "a.md#tea", grade, null)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--judge", "--note-unanswered"})
    void behindAProxyATokenIsDemanded(String option) {
        assertThatThrownBy(() -> check(options(option), null, List.of("notes.example.com")))
                .isInstanceOf(ParameterException.class).hasMessageContaining(option)
                .hasMessageContaining("QORPUS_TOKEN");
        check(options(option), TOKEN, List.of("notes.example.com"));
        check(options(option), null, List.of());
        check(options(), null, List.of("notes.example.com"));
    }

    @Test
    void judgmentsGoIntoTheCorpusUnlessAFolderIsNamed() {
        judge(options("--judge").feedback(List.of(home), null).judgments(), JudgmentGrade.ANSWERS);
        assertThat(home.resolve("judged/qrels.tsv")).exists();
        Path named = home.resolve("mine");
        judge(options("--judge", "--judgments", named.toString()).feedback(List.of(home), null).judgments(),
                JudgmentGrade.ANSWERS);
        assertThat(named.resolve("qrels.tsv")).exists();
        assertThat(options().feedback(List.of(home), home)).extracting("judgments", "unanswered")
                .containsOnlyNulls();
    }

    @Test
    void aFolderToWriteIntoMayBeNewOrWithoutARelevantEntry() {
        Path named = home.resolve("mine");
        JudgeOptions judging = options("--judge", "--judgments", named.toString());
        check(judging, null, List.of());
        assertThat(judging.collections()).isEmpty();
        judge(judging.feedback(List.of(home), null).judgments(), JudgmentGrade.NO);
        check(judging, null, List.of());
        assertThat(judging.collections()).containsExactly(named);
        assertThatThrownBy(() -> check(options("--judgments", named.toString()), null, List.of()))
                .isInstanceOf(CorpusException.class);
    }

    @Test
    void withoutAFolderNothingIsWritten() throws IOException {
        Path file = Files.writeString(home.resolve("a.md"), "# Tea?\n");
        assertThatThrownBy(() -> options("--judge").feedback(List.of(file), null))
                .isInstanceOf(CorpusException.class).hasMessageContaining("--judgments");
        assertThatThrownBy(() -> options("--note-unanswered").feedback(List.of(home), null))
                .isInstanceOf(CorpusException.class).hasMessageContaining("cluster");
    }
}
