/**
 * Scripts with which shells complete commands and options. They are made from picocli's model of the commands.
 */
@NullMarked
package dev.qorpus.web.cli.completion;

import org.jspecify.annotations.NullMarked;
