/**
 * The protocol over standard input and output: one message a line. Messages are answered by this process, or passed on to a
 * running server of the same index, whose model is warm.
 */
@NullMarked
package dev.qorpus.web.mcp.stdio;

import org.jspecify.annotations.NullMarked;
