package dev.qorpus.web.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion in fish: a line for each command, option and kind of argument, with its description.
 *
 * @param program the command with all subcommands
 */
record FishCompletion(CommandSpec program) {

    /** The labels of what may be a file or a folder. */
    private static final Set<String> FILES = Set.of("ADDRESS", "COLLECTION", "CORPUS", "DIR", "FILE", "FOLDER");

    String script() {
        List<String> lines = new ArrayList<>(List.of("# Completion of " + program.name() + " in fish.",
                // Only what is named below completes files.
                line("-f")));
        program.options().stream().filter(option -> !option.hidden())
                .forEach(option -> lines.add(line("-n __fish_use_subcommand" + option(option))));
        program.subcommands().forEach((name, command) -> lines.add(line("-n __fish_use_subcommand -a " + name
                + description(command.getCommandSpec().usageMessage().description()))));
        program.subcommands().forEach((name, command) -> add(name, command.getCommandSpec(), lines));
        return String.join("\n", lines) + "\n";
    }

    private void add(String name, CommandSpec command, List<String> lines) {
        String within = "-n '__fish_seen_subcommand_from " + name + "'";
        command.options().stream().filter(option -> !option.hidden())
                .forEach(option -> lines.add(line(within + option(option))));
        command.positionalParameters().forEach(parameter -> {
            if (isFile(parameter)) {
                lines.add(line(within + " -F"));
            } else if (!candidates(parameter).isEmpty()) {
                lines.add(line(within + " -a " + quoted(candidates(parameter))));
            }
        });
    }

    private static String option(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
        }
        String candidates = candidates(option);
        String value = option.arity().max() == 0
                ? ""
                : isFile(option) ? " -r -F" : candidates.isEmpty() ? " -x" : " -x -a " + quoted(candidates);
        return names + value + description(option.description());
    }

    private static boolean isFile(ArgSpec argument) {
        return FILES.contains(argument.paramLabel());
    }

    private static String candidates(ArgSpec argument) {
        return argument.completionCandidates() == null ? "" : String.join(" ", argument.completionCandidates());
    }

    /** The first sentence; fish shows one line. */
    private static String description(String... paragraphs) {
        if (paragraphs.length == 0) {
            return "";
        }
        String first = paragraphs[0].replaceAll(" \\(default: [^)]*\\)", "").split("(?<=[.;]) |;", 2)[0];
        return " -d " + quoted(first.replaceFirst("[.]$", ""));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private String line(String rest) {
        return "complete -c " + program.name() + " " + rest;
    }
}
