/**
 * How a server is reached: below a path, through a proxy, and from pages of other origins. Access checks and routes
 * ask it, and it depends on neither.
 */
@NullMarked
package dev.qorpus.web.api.deploy;

import org.jspecify.annotations.NullMarked;
