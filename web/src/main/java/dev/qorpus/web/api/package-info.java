/**
 * HTTP: parameters in, JSON out, problems as RFC 9457. The only place that knows Javalin.
 */
@NullMarked
package dev.qorpus.web.api;

import org.jspecify.annotations.NullMarked;
