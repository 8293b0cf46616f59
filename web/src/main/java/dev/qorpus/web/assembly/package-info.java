/**
 * Builds sessions, indexes and cluster access from configuration. Above the ports, engines are used only here.
 */
@NullMarked
package dev.qorpus.web.assembly;

import org.jspecify.annotations.NullMarked;
