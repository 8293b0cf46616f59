/**
 * The JSON of judgments and of questions that got no likely answer. Records that end with {@code Body} are requests.
 */
@NullMarked
package dev.qorpus.web.json.judge;

import org.jspecify.annotations.NullMarked;
