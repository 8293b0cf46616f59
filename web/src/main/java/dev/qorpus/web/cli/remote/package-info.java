/**
 * Commands that a running server answers. The client loads classes of the JDK only, so that it starts as fast as a JVM can.
 */
@NullMarked
package dev.qorpus.web.cli.remote;

import org.jspecify.annotations.NullMarked;
