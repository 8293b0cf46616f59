/**
 * How a graph makes a vector of a text: its inputs and output, poolings, layers, and the markers of models that were made
 * for late interaction. Nothing here runs a graph.
 */
@NullMarked
package dev.qorpus.models.recipe;

import org.jspecify.annotations.NullMarked;
