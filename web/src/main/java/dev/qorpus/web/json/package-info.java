/**
 * The JSON that the command line and HTTP share: one shape for one thing, wherever it is printed.
 */
@NullMarked
package dev.qorpus.web.json;

import org.jspecify.annotations.NullMarked;
