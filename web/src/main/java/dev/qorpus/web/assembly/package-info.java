/**
 * What is put together from configuration: sessions, index addresses, the environment of a cluster. The one place above
 * the ports that knows the engines.
 */
@NullMarked
package dev.qorpus.web.assembly;

import org.jspecify.annotations.NullMarked;
