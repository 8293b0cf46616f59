/**
 * The graph in a model's directory: which of several it is, and what it takes and gives. Graphs are not loaded here.
 */
@NullMarked
package dev.qorpus.models.directory.graph;

import org.jspecify.annotations.NullMarked;
