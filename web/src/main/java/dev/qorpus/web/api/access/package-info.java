/**
 * Access control: host names, origins and the token. It does not depend on what is asked.
 */
@NullMarked
package dev.qorpus.web.api.access;

import org.jspecify.annotations.NullMarked;
