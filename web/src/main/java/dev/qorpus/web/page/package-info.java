/**
 * What a browser gets: the page's files, served as they are. They hold no search; they ask the API.
 */
@NullMarked
package dev.qorpus.web.page;

import org.jspecify.annotations.NullMarked;
