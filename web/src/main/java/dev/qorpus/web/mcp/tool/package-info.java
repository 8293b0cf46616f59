/**
 * The tools that agents call, without the protocol: what they take, what they run, and results that fit into a budget of
 * tokens. Each result has two forms: a view, the same as over HTTP, and a short text with the file and line of each entry.
 */
@NullMarked
package dev.qorpus.web.mcp.tool;

import org.jspecify.annotations.NullMarked;
