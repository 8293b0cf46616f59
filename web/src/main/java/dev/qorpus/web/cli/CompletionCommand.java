package dev.qorpus.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.web.cli.completion.Shell;

@Command(name = "completion", description = "Print the script with which a shell completes commands and options.")
final class CompletionCommand implements Runnable {

    @Parameters(paramLabel = "SHELL", completionCandidates = Shell.Names.class, description = "One of: ${COMPLETION-CANDIDATES}.")
    String name = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Shell shell = Shell.of(name).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "shell is '" + name + "'; allowed are " + String.join(", ", new Shell.Names())));
        // A shell reads it, so it is printed as it is.
        spec.commandLine().getOut().print(shell.script(spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
