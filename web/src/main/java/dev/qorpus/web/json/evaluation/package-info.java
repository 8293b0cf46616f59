/**
 * The views of evaluations.
 */
@NullMarked
package dev.qorpus.web.json.evaluation;

import org.jspecify.annotations.NullMarked;
