/**
 * Files of records with named fields: JSONL, CSV and TSV. They are read record by record, so that they may have any size.
 */
@NullMarked
package dev.qorpus.indexer.corpus.records;

import org.jspecify.annotations.NullMarked;
