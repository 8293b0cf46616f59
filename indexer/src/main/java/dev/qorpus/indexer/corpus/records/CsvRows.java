package dev.qorpus.indexer.corpus.records;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Collects the fields of a table row by row, and knows where the row stands that is being read. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows.Row> {

    /**
     * One row.
     *
     * @param line where it begins, from 1; a row with line breaks in its fields has several lines
     */
    record Row(int line, List<String> fields) {}

    private List<String> fields = new ArrayList<>();

    /** Where the row begins that was read last, or could not be. */
    int line() {
        return Math.max(1, Math.toIntExact(getStartingLineNumber()));
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields.add(new String(buffer, offset, length));
    }

    @Override
    protected Row buildRecord() {
        return new Row(line(), fields);
    }
}
