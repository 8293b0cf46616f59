/**
 * Findings as SARIF 2.1.0, for editors and code hosts.
 */
@NullMarked
package dev.qorpus.web.json.sarif;

import org.jspecify.annotations.NullMarked;
