package dev.qorpus.web.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.ModelException;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.web.assembly.AddressException;
import dev.qorpus.web.assembly.IndexAddress;
import dev.qorpus.web.assembly.OpeningIndex;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.remote.CommandArguments;
import dev.qorpus.web.cli.terminal.Terminal;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.json.Version;

/** The program. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(name = "qorpus", description = "Hybrid semantic search over question-and-answer corpora.", mixinStandardHelpOptions = true, versionProvider = Main.Versions.class, scope = CommandLine.ScopeType.INHERIT)
public final class Main implements Runnable {

    /** Picocli lays out help in no fewer columns. */
    private static final int NARROWEST_HELP = 55;

    private static final String INDEX = "QORPUS_INDEX";
    private static final List<String> VERSION = List.of("--version", "-V");

    /** In the order of the help. */
    private static final List<Map.Entry<String, Supplier<Object>>> COMMANDS = List.of(
            Map.entry("serve", ServeCommand::new), Map.entry("index", IndexCommand::new),
            Map.entry("ask", AskCommand::new), Map.entry("related", RelatedCommand::new),
            Map.entry("compare", CompareCommand::new), Map.entry("topics", TopicsCommand::new),
            Map.entry("eval", EvalCommand::new), Map.entry("check", CheckCommand::new),
            Map.entry("doctor", DoctorCommand::new), Map.entry("mcp", McpCommand::new),
            Map.entry("export", ExportCommand::new), Map.entry("completion", CompletionCommand::new));

    @CommandLine.Spec
    CommandSpec spec = CommandSpec.create();

    /** What standard output and standard error can show. */
    private final Terminal terminal;
    /** What a server has open; null in a process of its own. */
    private final @Nullable Search served;
    private @Nullable OpeningIndex opening;

    private Main(Terminal terminal, @Nullable Search served) {
        this.terminal = terminal;
        this.served = served;
    }

    /** Prints the version. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"qorpus " + Version.NAME};
        }
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(ofProcess(terminal(), arguments).execute(arguments));
    }

    /** The terminal, as the launcher finds it. Without the launcher, as on Windows, picocli knows about consoles. */
    private static Terminal terminal() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        String terminals = System.getProperty("qorpus.terminals");
        if (terminals == null) {
            environment.putIfAbsent("TERM", "console");
            return Terminal.of(environment,
                    Ansi.AUTO.enabled() ? EnumSet.allOf(Terminal.Stream.class) : EnumSet.noneOf(Terminal.Stream.class),
                    "");
        }
        return Terminal.of(environment,
                EnumSet.allOf(Terminal.Stream.class).stream().filter(each -> terminals.contains(each.name()))
                        .collect(Collectors.toSet()),
                Objects.requireNonNullElse(System.getProperty("qorpus.host"), ""));
    }

    /** The output of a command. */
    static Console console(CommandSpec spec) {
        Main main = (Main) spec.root().userObject();
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), main.terminal, false);
    }

    /** The index that a command asks: what a server has open, or else that of the command's session. */
    static Search search(CommandSpec spec, Session session) {
        Main main = (Main) spec.root().userObject();
        return main.served == null ? session.search(SearchSettings.DEFAULT, main.opening) : main.served;
    }

    /** The program for the arguments of a process. The index that they seem to name is opened meanwhile. */
    static CommandLine ofProcess(Terminal terminal, String... arguments) {
        OpeningIndex opening = new CommandArguments(List.of(arguments)).index(System.getenv(INDEX))
                .map(IndexAddress::new).map(OpeningIndex::start).orElse(null);
        CommandLine commandLine = commandLine(terminal, null, arguments);
        ((Main) commandLine.getCommandSpec().userObject()).opening = opening;
        return commandLine;
    }

    /**
     * The program for arguments. If they name a command, only that one is built, and none for the version: each takes
     * time.
     *
     * @param served what a server has open, for commands that it answers; null in a process of its own
     */
    static CommandLine commandLine(Terminal terminal, @Nullable Search served, String... arguments) {
        CommandLine commandLine = new CommandLine(new Main(terminal, served));
        boolean named = arguments.length > 0 && !arguments[0].equals("completion")
                && (VERSION.contains(arguments[0])
                        || COMMANDS.stream().anyMatch(each -> each.getKey().equals(arguments[0])));
        COMMANDS.stream().filter(each -> !named || each.getKey().equals(arguments[0]))
                .forEach(each -> commandLine.addSubcommand(each.getKey(), each.getValue().get()));
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.styled() ? Ansi.ON : Ansi.OFF));
        commandLine.setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.textWidth()));
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
        console(command.getCommandSpec()).error(String.valueOf(message).replaceAll("\\p{Cc}+", " ").strip());
    }
}
