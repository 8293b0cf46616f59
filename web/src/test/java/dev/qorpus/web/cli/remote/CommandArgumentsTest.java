package dev.qorpus.web.cli.remote;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandArgumentsTest {

    private static CommandArguments of(String line) {
        return new CommandArguments(List.of(line.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask tea", "ask tea --json -k 3 --explain", "related a.md#tea", "compare tea --modes a,b",
            "ask --help"})
    void aServerAnswersWhatOnlyReadsItsIndex(String line) {
        assertThat(of(line).areAnswered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask -", "compare tea --html a.html", "compare tea --html=a.html", "ask tea --rerank DIR",
            "ask tea --rerank-top=3", "ask tea --own", "index notes", "serve", "check", "export site", "topics", "mcp",
            "doctor", "--version", "ASK tea"})
    void itRunsNothingElse(String line) {
        assertThat(of(line).areAnswered()).isFalse();
        assertThat(new CommandArguments(List.of()).areAnswered()).isFalse();
    }

    @Test
    void theIndexIsNamedByAnOptionOrTheEnvironment() {
        assertThat(of("ask tea --index a").index("b")).contains("a");
        assertThat(of("ask tea --index=a").index("b")).contains("a");
        assertThat(of("ask tea").index("b")).contains("b");
        assertThat(of("ask tea --index").index(null)).contains(".qorpus");
        assertThat(of("check --index a").index("b")).isEmpty();
    }
}
