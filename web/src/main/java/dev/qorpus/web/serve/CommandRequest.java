package dev.qorpus.web.serve;

import java.util.List;
import java.util.Map;

/**
 * A command of the command line that another process on this machine got.
 *
 * @param instance of the process that has to answer; others refuse
 * @param arguments as typed, the command first
 * @param environment what describes the terminal: {@code COLUMNS}, {@code TERM}, and what demands or forbids colours
 * @param terminals the streams that are terminals: {@code OUT}, {@code ERR}, or both with a comma between them
 * @param machine the name of the machine, which links to files have
 */
public record CommandRequest(String instance, List<String> arguments, Map<String, String> environment,
        String terminals, String machine) {}
