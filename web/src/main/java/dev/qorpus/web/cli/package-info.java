/**
 * The command line. Configuration is read here and in {@code web.assembly} only.
 */
@NullMarked
package dev.qorpus.web.cli;

import org.jspecify.annotations.NullMarked;
