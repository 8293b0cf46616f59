/**
 * The declaration of an HTTP route: path, parameters, form of the response, and handler. Routing, validation, the
 * contract and the documentation read these declarations.
 */
@NullMarked
package dev.qorpus.web.api.route;

import org.jspecify.annotations.NullMarked;
