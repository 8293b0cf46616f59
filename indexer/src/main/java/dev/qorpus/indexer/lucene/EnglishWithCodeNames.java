package dev.qorpus.indexer.lucene;

import java.io.Reader;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Lucene's English analysis, in which the names of programming languages that consist of signs in part are words of
 * their own. Otherwise C++, C# and C would all be "c", and .NET a net.
 */
final class EnglishWithCodeNames extends AnalyzerWrapper {

    private static final NormalizeCharMap NAMES = names();

    private final Analyzer english = new EnglishAnalyzer();

    EnglishWithCodeNames() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    private static NormalizeCharMap names() {
        NormalizeCharMap.Builder names = new NormalizeCharMap.Builder();
        for (String letter : List.of("C", "c")) {
            names.add(letter + "++", letter + "plusplus");
        }
        for (String letter : List.of("C", "c", "F", "f")) {
            names.add(letter + "#", letter + "sharp");
        }
        for (String net : List.of(".NET", ".Net", ".net")) {
            names.add(net, " dotnet");
        }
        return names.build();
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return english;
    }

    @Override
    protected Reader wrapReader(String field, Reader reader) {
        return new MappingCharFilter(NAMES, reader);
    }

    @Override
    public void close() {
        english.close();
        super.close();
    }
}
