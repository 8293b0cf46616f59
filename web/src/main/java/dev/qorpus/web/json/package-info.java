/**
 * The JSON that the command line and HTTP share. Each thing has one form everywhere.
 */
@NullMarked
package dev.qorpus.web.json;

import org.jspecify.annotations.NullMarked;
