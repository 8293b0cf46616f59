/**
 * The routes and their handlers, from parameters to views. Problems are thrown.
 */
@NullMarked
package dev.qorpus.web.api.endpoint;

import org.jspecify.annotations.NullMarked;
