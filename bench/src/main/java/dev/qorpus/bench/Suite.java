package dev.qorpus.bench;

import java.util.List;

/** A part of the table. */
interface Suite {
    List<Row> run() throws Exception;
}
