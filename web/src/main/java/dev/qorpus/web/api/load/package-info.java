/**
 * Limits on requests that run at once, on their time and on connections. Requests beyond the limits are refused at
 * once, so the others stay fast.
 */
@NullMarked
package dev.qorpus.web.api.load;

import org.jspecify.annotations.NullMarked;
