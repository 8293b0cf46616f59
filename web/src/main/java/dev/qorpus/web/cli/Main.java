package dev.qorpus.web.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.assembly.AddressException;
import dev.qorpus.web.json.Version;

/** The program. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(name = "qorpus", description = "Hybrid semantic search over question-and-answer corpora.", mixinStandardHelpOptions = true, versionProvider = Main.Versions.class, scope = CommandLine.ScopeType.INHERIT, subcommands = {
        ServeCommand.class, IndexCommand.class, AskCommand.class, RelatedCommand.class,
        CompareCommand.class, TopicsCommand.class, EvalCommand.class, CheckCommand.class, DoctorCommand.class,
        McpCommand.class, ExportCommand.class})
public final class Main implements Runnable {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Prints the version. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"qorpus " + Version.NAME};
        }
    }

    /**
     * Silences Lucene's warning about the incubating vector module, which would cost 30 ms at each start to load. A
     * strong reference, because the logging system holds loggers weakly.
     */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        // A question may start with '@'.
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(Main::wrongUsage);
        commandLine.setExecutionExceptionHandler((e, command, result) -> failed(e, command));
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        boolean unknownCommand = e.getCommandLine().getParent() == null;
        String commands = unknownCommand
                ? "; commands are " + String.join(", ", e.getCommandLine().getSubcommands().keySet())
                : "";
        error(e.getCommandLine(), e.getMessage() + commands + "; see '" + command + " --help'");
        return 2;
    }

    private static int failed(Exception e, CommandLine command) {
        return switch (e) {
            case QueryException query -> {
                error(command, query.getMessage());
                yield 2;
            }
            case CorpusException known -> known(command, known);
            case IndexException known -> known(command, known);
            case ModelException known -> known(command, known);
            case BackendException known -> known(command, known);
            case AddressException known -> known(command, known);
            default -> {
                error(command,
                        "failed unexpectedly (" + e + "); please report it with the trace that QORPUS_TRACE=1 shows");
                if (System.getenv("QORPUS_TRACE") != null) {
                    e.printStackTrace(command.getErr());
                }
                yield 1;
            }
        };
    }

    private static int known(CommandLine command, RuntimeException e) {
        error(command, e.getMessage());
        return 1;
    }

    /** The message on one line. */
    private static void error(CommandLine command, @Nullable String message) {
        command.getErr().println("qorpus: " + String.valueOf(message).replaceAll("\\p{Cntrl}+", " ").strip());
    }
}
