/**
 * What an HTTP route is: its path, its parameters, the form of its answer, what it costs and what answers it, declared
 * in one place. Routing, validation, the contract and the documentation read these declarations.
 */
@NullMarked
package dev.qorpus.web.api.route;

import org.jspecify.annotations.NullMarked;
