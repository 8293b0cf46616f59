package dev.qorpus.web.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.Mode;
import dev.qorpus.web.api.log.LogDetail;

/** Values that shells complete. */
public final class Choices {

    private Choices() {}

    /** Modes that every index has. */
    public static final class Modes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(Mode.HYBRID, "lexical", "dense", "rrf", "late").iterator();
        }
    }

    /** Where the list of hits ends. */
    public static final class Cuts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Cut.values()).map(Cut::label).iterator();
        }
    }

    /** What is logged. */
    static final class LogDetails implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(LogDetail.values()).map(detail -> detail.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
