/**
 * The command line: the only place that reads configuration, and where the parts are put together.
 */
@NullMarked
package dev.qorpus.web.cli;

import org.jspecify.annotations.NullMarked;
