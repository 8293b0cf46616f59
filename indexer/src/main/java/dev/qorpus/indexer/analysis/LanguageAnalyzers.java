package dev.qorpus.indexer.analysis;

import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;

/** The analyzer of each language. A new language is added here, and nowhere else. */
public final class LanguageAnalyzers {

    private LanguageAnalyzers() {}

    /**
     * The analyzer of texts in a language.
     *
     * @throws IllegalArgumentException if the language has no analyzer
     */
    public static Analyzer of(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> new CodeAwareEnglishAnalyzer();
            default -> throw new IllegalArgumentException("no analyzer for '" + language + "'; there is one for 'en'");
        };
    }
}
