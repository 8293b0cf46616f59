/** The command line as a user runs it: cold, beside a running server, and beside another program. */
@NullMarked
package dev.qorpus.bench.command;

import org.jspecify.annotations.NullMarked;
