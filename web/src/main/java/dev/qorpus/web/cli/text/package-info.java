/**
 * Results as text for a terminal. Nothing here reads an index.
 */
@NullMarked
package dev.qorpus.web.cli.text;

import org.jspecify.annotations.NullMarked;
