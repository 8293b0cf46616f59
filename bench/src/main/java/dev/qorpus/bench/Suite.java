package dev.qorpus.bench;

import java.util.List;

/** A part of the table. */
public interface Suite {
    List<Row> run() throws Exception;
}
