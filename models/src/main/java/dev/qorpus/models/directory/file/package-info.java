/**
 * The files of a model's directory: what is there, what it is called, and what is wrong with it. Errors are of one line that
 * names the file.
 */
@NullMarked
package dev.qorpus.models.directory.file;

import org.jspecify.annotations.NullMarked;
