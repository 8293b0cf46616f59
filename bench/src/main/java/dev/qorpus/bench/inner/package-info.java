/**
 * The inner parts of a question, each by itself, measured by JMH. JMH wants classes that it may extend, and public
 * fields and methods.
 */
@NullMarked
package dev.qorpus.bench.inner;

import org.jspecify.annotations.NullMarked;
