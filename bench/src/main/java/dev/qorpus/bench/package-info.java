/**
 * Speed beside the alternatives a user would pick, measured in one run on one machine. Every figure is the median of
 * several rounds, in which the contestants take turns.
 */
@NullMarked
package dev.qorpus.bench;

import org.jspecify.annotations.NullMarked;
