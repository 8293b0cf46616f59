/**
 * Results as text for a terminal. No class here reads an index.
 */
@NullMarked
package dev.qorpus.web.cli.text;

import org.jspecify.annotations.NullMarked;
