package dev.qorpus.indexer.corpus.format;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.source.OneLine;

/**
 * Hands on the records of one file as entries and findings. Bad records are listed up to a bound and counted
 * behind it: a file of nothing else must not fill the memory with findings.
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
                    "'" + OneLine.of(entry.question()) + "' has no answer yet"));
        }
    }

    /** A record that is not read, and why. */
    public void malformed(int line, String message) {
        malformed++;
        lastMalformed = line;
        if (malformed <= LISTED) {
            finding(Finding.Rule.MALFORMED_LINE, line, message);
        }
    }

    public void finding(Finding.Rule rule, int line, String message) {
        handler.finding(new Finding(rule, file, line, null, OneLine.of(message)));
    }

    /** Reports what was left out of the list, or that there was nothing at all. */
    public void end(String ifEmpty) {
        if (malformed > LISTED) {
            finding(Finding.Rule.MALFORMED_LINE, lastMalformed, (malformed - LISTED)
                    + " more that are not read either, the last one here; mend those listed first");
        }
        if (entries == 0 && malformed == 0) {
            finding(Finding.Rule.FILE_WITHOUT_QUESTION, 1, ifEmpty);
        }
    }
}
