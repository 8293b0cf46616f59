package dev.qorpus.web.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import dev.qorpus.search.Search;
import dev.qorpus.web.cli.remote.CommandArguments;
import dev.qorpus.web.cli.terminal.Terminal;
import dev.qorpus.web.serve.CommandAnswer;
import dev.qorpus.web.serve.CommandRequest;

/** A command that a server runs for another process, on the index that it has open. It is the same code as there. */
final class ServedCommand {

    private static final int FAILED = 1;

    private ServedCommand() {}

    /**
     * Runs a command.
     *
     * @return what it prints; empty if the other process has to run it, because it does more than read this index, or
     *         failed here
     */
    static Optional<CommandAnswer> run(Search search, CommandRequest request) {
        if (!new CommandArguments(request.arguments()).areAnswered()) {
            return Optional.empty();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = request.arguments().toArray(String[]::new);
        int exit = Main.commandLine(terminal(request), search, words).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err)).execute(words);
        return exit == FAILED
                ? Optional.empty()
                : Optional.of(new CommandAnswer(exit, out.toString(), err.toString()));
    }

    private static Terminal terminal(CommandRequest request) {
        EnumSet<Terminal.Stream> streams = EnumSet.noneOf(Terminal.Stream.class);
        List<String> named = List.of(request.terminals().split(","));
        EnumSet.allOf(Terminal.Stream.class).stream().filter(each -> named.contains(each.name()))
                .forEach(streams::add);
        return Terminal.of(request.environment(), streams, request.machine());
    }
}
