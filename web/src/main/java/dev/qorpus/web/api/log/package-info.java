/**
 * Request ids, and a log with one line of JSON for each request. Questions are logged on demand only, tokens never.
 */
@NullMarked
package dev.qorpus.web.api.log;

import org.jspecify.annotations.NullMarked;
