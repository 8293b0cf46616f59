package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/** An analysis in which each of {@link CodeNames} is a word of its own. */
final class CodeAwareAnalyzer extends AnalyzerWrapper {

    private static final NormalizeCharMap NAMES = names();

    private final Analyzer wrapped;

    CodeAwareAnalyzer(Analyzer wrapped) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.wrapped = wrapped;
    }

    private static NormalizeCharMap names() {
        NormalizeCharMap.Builder names = new NormalizeCharMap.Builder();
        CodeNames.REPLACEMENTS.forEach(names::add);
        return names.build();
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return wrapped;
    }

    /** Replaces names only where there may be one: the replacement takes as long as the rest of the analysis. */
    @Override
    protected Reader wrapReader(String field, Reader reader) {
        try {
            StringWriter whole = new StringWriter();
            reader.transferTo(whole);
            String text = whole.toString();
            Reader again = new StringReader(text);
            return CodeNames.mayBeIn(text) ? new MappingCharFilter(NAMES, again) : again;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    @Override
    public void close() {
        wrapped.close();
        super.close();
    }
}
