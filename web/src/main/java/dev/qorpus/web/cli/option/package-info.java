/**
 * Options that several commands share.
 */
@NullMarked
package dev.qorpus.web.cli.option;

import org.jspecify.annotations.NullMarked;
