/**
 * The HTTP server. Javalin is used only here and in the packages below.
 */
@NullMarked
package dev.qorpus.web.api;

import org.jspecify.annotations.NullMarked;
