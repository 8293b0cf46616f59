/**
 * How much a server takes on at once, for how long, and from whom it waits for how long. Refuses the rest at once
 * instead of slowing down for everybody.
 */
@NullMarked
package dev.qorpus.web.api.load;

import org.jspecify.annotations.NullMarked;
