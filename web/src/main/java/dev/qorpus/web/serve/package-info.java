/**
 * What a running server knows and keeps: health, faults, caches of one published state, gauges, and the watch over its
 * index. No HTTP is spoken here.
 */
@NullMarked
package dev.qorpus.web.serve;

import org.jspecify.annotations.NullMarked;
