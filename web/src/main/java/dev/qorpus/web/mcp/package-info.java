/**
 * The Model Context Protocol, for agents: revision 2026-07-28, without handshake and sessions, and the revisions up to
 * 2025-11-25. Both eras offer the same tools, prompts and entries, over HTTP and over standard input and output.
 */
@NullMarked
package dev.qorpus.web.mcp;

import org.jspecify.annotations.NullMarked;
