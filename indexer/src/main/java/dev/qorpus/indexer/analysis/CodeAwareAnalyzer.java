package dev.qorpus.indexer.analysis;

import java.io.Reader;

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

    /**
     * The analyzer to use for a text: the replacement of names takes as long as the rest of the analysis, so it is left out
     * where there is no name.
     */
    static Analyzer of(Analyzer analyzer, String text) {
        return analyzer instanceof CodeAwareAnalyzer aware && !CodeNames.mayBeIn(text) ? aware.wrapped : analyzer;
    }

    @Override
    protected Reader wrapReader(String field, Reader reader) {
        return new MappingCharFilter(NAMES, reader);
    }

    @Override
    public void close() {
        wrapped.close();
        super.close();
    }
}
