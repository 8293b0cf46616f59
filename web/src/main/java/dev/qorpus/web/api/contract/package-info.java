/**
 * The OpenAPI document of the server. It is generated from the routes and the records that they send.
 */
@NullMarked
package dev.qorpus.web.api.contract;

import org.jspecify.annotations.NullMarked;
