/**
 * What people tell a server about answers: judgments in BEIR's layout, and questions that got no likely answer. Files
 * are written whole, and other lines in them stay as they are.
 */
@NullMarked
package dev.qorpus.web.serve.judge;

import org.jspecify.annotations.NullMarked;
