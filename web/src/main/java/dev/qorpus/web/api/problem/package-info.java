/**
 * What a request is told that cannot be answered (RFC 9457). Nothing here knows why.
 */
@NullMarked
package dev.qorpus.web.api.problem;

import org.jspecify.annotations.NullMarked;
