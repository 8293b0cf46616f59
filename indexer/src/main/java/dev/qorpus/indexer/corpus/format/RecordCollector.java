package dev.qorpus.indexer.corpus.format;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * Hands on the records of one file as entries and findings. The first malformed records are listed and further ones only
 * counted, so that the findings of a broken file fit into memory.
 */
public final class RecordCollector {

    private static final int LISTED = 100;

    private final String file;
    private final CorpusHandler handler;
    private int entries;
    private int malformed;
    private int lastMalformed;

    public RecordCollector(String file, CorpusHandler handler) {
        this.file = file;
        this.handler = handler;
    }

    public String file() {
        return file;
    }

    public void entry(Entry entry) {
        entries++;
        handler.entry(entry);
        if (!entry.answered()) {
            handler.finding(new Finding(Finding.Rule.QUESTION_WITHOUT_ANSWER, file, entry.line(), entry.id(),
                    "'" + SingleLine.of(entry.question()) + "' has no answer yet"));
        }
    }

    /** Reports a malformed record. */
    public void malformed(int line, String message) {
        malformed++;
        lastMalformed = line;
        if (malformed <= LISTED) {
            finding(Finding.Rule.MALFORMED_LINE, line, message);
        }
    }

    public void finding(Finding.Rule rule, int line, String message) {
        handler.finding(new Finding(rule, file, line, null, SingleLine.of(message)));
    }

    /** Reports the malformed records that were not listed, or that the file has no records. */
    public void end(String ifEmpty) {
        if (malformed > LISTED) {
            finding(Finding.Rule.MALFORMED_LINE, lastMalformed, (malformed - LISTED)
                    + " more malformed lines, the last one here; correct the listed lines first");
        }
        if (entries == 0 && malformed == 0) {
            finding(Finding.Rule.FILE_WITHOUT_QUESTION, 1, ifEmpty);
        }
    }
}
