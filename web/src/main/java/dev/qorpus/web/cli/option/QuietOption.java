package dev.qorpus.web.cli.option;

import picocli.CommandLine.Option;

/** The option for results and errors alone. */
public final class QuietOption {

    @Option(names = {"-q", "--quiet"}, description = "Print results and errors only: no progress, no notes.")
    public boolean quiet;
}
