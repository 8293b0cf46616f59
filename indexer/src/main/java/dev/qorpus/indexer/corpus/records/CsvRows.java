package dev.qorpus.indexer.corpus.records;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;

/** Collects the fields of a table row by row, and knows the line of the current row. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows.Row> {

    /**
     * A row.
     *
     * @param line the line at which it begins, from 1; a row with line breaks in its fields has several lines
     */
    record Row(int line, List<String> fields) {}

    /** No table has so many columns. */
    static final int MOST_FIELDS = 10_000;

    private List<String> fields = new ArrayList<>();

    /** The line at which the last row begins, whether it could be read or not. */
    int line() {
        return Math.max(1, Math.toIntExact(getStartingLineNumber()));
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (fields.size() == MOST_FIELDS) {
            throw new CsvParseException("more than " + MOST_FIELDS + " columns");
        }
        fields.add(new String(buffer, offset, length));
    }

    @Override
    protected Row buildRecord() {
        return new Row(line(), fields);
    }
}
