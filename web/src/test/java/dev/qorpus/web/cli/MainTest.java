package dev.qorpus.web.cli;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import dev.qorpus.web.cli.terminal.Terminal;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {

    private static final Terminal TERMINAL = Terminal.of(Map.of(), Set.of(), "");

    @Test
    void onlyTheNamedCommandIsBuilt() {
        assertThat(commands("ask", "serve")).containsOnlyKeys("ask");
        assertThat(commands("--version")).isEmpty();
    }

    @Test
    void withoutACommandAllAreBuiltForTheHelp() {
        assertThat(commands()).hasSize(12).containsKeys("serve", "ask", "completion");
        assertThat(commands("--help")).hasSize(12);
        assertThat(commands("aks")).hasSize(12);
    }

    @Test
    void aCompletionKnowsAllCommands() {
        assertThat(commands("completion", "bash")).hasSize(12);
    }

    @Test
    void commandsAreListedByTheirOwnNames() {
        commands().forEach((name, command) -> assertThat(
                command.getCommandSpec().userObject().getClass().getAnnotation(Command.class).name()).isEqualTo(name));
    }

    private static Map<String, CommandLine> commands(String... arguments) {
        return Main.commandLine(TERMINAL, null, arguments).getSubcommands();
    }
}
