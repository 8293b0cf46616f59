/**
 * What is written down of requests: their ids, and one line of JSON for each. Neither questions nor tokens, unless they
 * are asked for.
 */
@NullMarked
package dev.qorpus.web.api.log;

import org.jspecify.annotations.NullMarked;
