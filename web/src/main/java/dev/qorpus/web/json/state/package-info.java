/**
 * The views of the state of a server or a corpus: status, health and findings.
 */
@NullMarked
package dev.qorpus.web.json.state;

import org.jspecify.annotations.NullMarked;
