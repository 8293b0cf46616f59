/**
 * The whole product, tested from outside: started as its users start it, asked as they ask. Nothing here calls
 * its classes.
 */
@NullMarked
package dev.qorpus.web;

import org.jspecify.annotations.NullMarked;
