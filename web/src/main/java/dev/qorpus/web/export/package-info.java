/**
 * The corpus as a static site: a page for each entry, and search that runs in the browser without a server. Words, vectors
 * and texts are written as data, and the scripts in {@code page/site} do what the server does with them.
 */
@NullMarked
package dev.qorpus.web.export;

import org.jspecify.annotations.NullMarked;
