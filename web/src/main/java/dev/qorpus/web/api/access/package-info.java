/**
 * Who may ask: by which name the server is called, from which pages, and with which token. Nothing here knows what is
 * asked.
 */
@NullMarked
package dev.qorpus.web.api.access;

import org.jspecify.annotations.NullMarked;
