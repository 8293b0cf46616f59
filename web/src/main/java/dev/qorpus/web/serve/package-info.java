/**
 * The state of a running server: health, faults, caches of a published state, gauges, and the index watch. It does
 * not depend on HTTP.
 */
@NullMarked
package dev.qorpus.web.serve;

import org.jspecify.annotations.NullMarked;
