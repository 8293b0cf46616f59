/**
 * The files of the page, served as they are. The page has no search of its own; it uses the API.
 */
@NullMarked
package dev.qorpus.web.page;

import org.jspecify.annotations.NullMarked;
