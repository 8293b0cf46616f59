/**
 * The distributed engine's read side: answers the port by searches over HTTP. No ranking decisions here.
 */
@NullMarked
package dev.qorpus.search.opensearch;

import org.jspecify.annotations.NullMarked;
