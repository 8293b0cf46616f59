/**
 * The views of what a server or a corpus is like: status, health, findings.
 */
@NullMarked
package dev.qorpus.web.json.state;

import org.jspecify.annotations.NullMarked;
