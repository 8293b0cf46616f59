/**
 * The files of models on this machine: unpacked from jars, checked before they are used, and prepared graphs beside them.
 * Nothing here runs a model.
 */
@NullMarked
package dev.qorpus.models.store;

import org.jspecify.annotations.NullMarked;
