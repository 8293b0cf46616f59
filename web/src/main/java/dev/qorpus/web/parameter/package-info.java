/**
 * Parameters as adapters declare them: name, description, JSON Schema and reader. HTTP and MCP check requests by the same
 * declarations.
 */
@NullMarked
package dev.qorpus.web.parameter;

import org.jspecify.annotations.NullMarked;
