/**
 * What a terminal shows: columns, styles, links, and lines that fit. All text for people is cleaned of control
 * characters here.
 */
@NullMarked
package dev.qorpus.web.cli.terminal;

import org.jspecify.annotations.NullMarked;
