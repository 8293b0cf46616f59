/**
 * The embedded engine's read side: answers the port from one open Lucene reader. No ranking decisions here.
 */
@NullMarked
package dev.qorpus.search.lucene;

import org.jspecify.annotations.NullMarked;
