package dev.qorpus.web.serve;

/**
 * What a command prints.
 *
 * @param exit the exit code
 * @param out on standard output
 * @param err on standard error
 */
public record CommandAnswer(int exit, String out, String err) {}
