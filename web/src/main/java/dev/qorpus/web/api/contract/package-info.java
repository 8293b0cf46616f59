/**
 * The contract of the server for programs, as OpenAPI. It comes from the routes and from the records that are sent.
 */
@NullMarked
package dev.qorpus.web.api.contract;

import org.jspecify.annotations.NullMarked;
