package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
public final class CodeAwareEnglishAnalyzer extends AnalyzerWrapper {

    private static final NormalizeCharMap NAMES = names();

    private final Analyzer english = new EnglishAnalyzer();

    public CodeAwareEnglishAnalyzer() {
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

    /** Few texts have such a name, and looking for them letter by letter takes as long as all the rest: others go without. */
    @Override
    protected Reader wrapReader(String field, Reader reader) {
        try {
            StringWriter whole = new StringWriter();
            reader.transferTo(whole);
            String text = whole.toString();
            Reader again = new StringReader(text);
            return mayHaveName(text) ? new MappingCharFilter(NAMES, again) : again;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    /** Whether there is a {@code ++}, a {@code #}, or a point with an N behind it. */
    private static boolean mayHaveName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (sign == '#' || (sign == '+' && next == '+') || (sign == '.' && (next == 'n' || next == 'N'))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        english.close();
        super.close();
    }
}
