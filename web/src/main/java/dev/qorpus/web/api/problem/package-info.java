/**
 * Problem details for HTTP (RFC 9457). The causes are in other packages.
 */
@NullMarked
package dev.qorpus.web.api.problem;

import org.jspecify.annotations.NullMarked;
