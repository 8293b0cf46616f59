/**
 * The routes, each with what answers it: parameters in, a view out. Problems are thrown.
 */
@NullMarked
package dev.qorpus.web.api.endpoint;

import org.jspecify.annotations.NullMarked;
