package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The analyzer of each language. A new language is added here, and nowhere else. */
public final class LanguageAnalyzers {

    /** Lucene's analyzers, by ISO 639-1. Languages that share one are near relatives. */
    private static final Map<String, Supplier<Analyzer>> STEMMED = Map.ofEntries(
            Map.entry("ar", ArabicAnalyzer::new), Map.entry("bg", BulgarianAnalyzer::new),
            Map.entry("bn", BengaliAnalyzer::new), Map.entry("bs", SerbianAnalyzer::new),
            Map.entry("ca", CatalanAnalyzer::new), Map.entry("ckb", SoraniAnalyzer::new),
            Map.entry("cs", CzechAnalyzer::new), Map.entry("da", DanishAnalyzer::new),
            Map.entry("de", GermanAnalyzer::new), Map.entry("el", GreekAnalyzer::new),
            Map.entry("en", EnglishAnalyzer::new), Map.entry("es", SpanishAnalyzer::new),
            Map.entry("et", EstonianAnalyzer::new), Map.entry("eu", BasqueAnalyzer::new),
            Map.entry("fa", PersianAnalyzer::new), Map.entry("fi", FinnishAnalyzer::new),
            Map.entry("fr", FrenchAnalyzer::new), Map.entry("ga", IrishAnalyzer::new),
            Map.entry("gl", GalicianAnalyzer::new), Map.entry("hi", HindiAnalyzer::new),
            Map.entry("hr", SerbianAnalyzer::new), Map.entry("hu", HungarianAnalyzer::new),
            Map.entry("hy", ArmenianAnalyzer::new), Map.entry("id", IndonesianAnalyzer::new),
            Map.entry("it", ItalianAnalyzer::new), Map.entry("lt", LithuanianAnalyzer::new),
            Map.entry("lv", LatvianAnalyzer::new), Map.entry("ms", IndonesianAnalyzer::new),
            Map.entry("nb", NorwegianAnalyzer::new), Map.entry("ne", NepaliAnalyzer::new),
            Map.entry("nl", DutchAnalyzer::new), Map.entry("nn", NorwegianAnalyzer::new),
            Map.entry("no", NorwegianAnalyzer::new), Map.entry("pt", PortugueseAnalyzer::new),
            Map.entry("ro", RomanianAnalyzer::new), Map.entry("ru", RussianAnalyzer::new),
            Map.entry("sk", CzechAnalyzer::new), Map.entry("sr", SerbianAnalyzer::new),
            Map.entry("sv", SwedishAnalyzer::new), Map.entry("ta", TamilAnalyzer::new),
            Map.entry("te", TeluguAnalyzer::new), Map.entry("tr", TurkishAnalyzer::new));

    /** Languages whose words are searched by pairs of signs. */
    private static final Set<String> PAIRS = Set.of("ja", "ko", "zh");

    /** Languages that are written without blanks between words, and whose words a dictionary finds. */
    private static final Set<String> SEGMENTED = Set.of("km", "lo", "my", "th");

    /** Languages in which words are joined to one: German, Dutch, Scandinavian, Finnish, Hungarian. */
    private static final Set<String> COMPOUNDING = Set.of("da", "de", "et", "fi", "hu", "nb", "nl", "nn", "no", "sv");

    private static final Map<String, Analyzer> OPEN = new ConcurrentHashMap<>();

    private LanguageAnalyzers() {}

    /**
     * The analyzer of texts in a language. It is shared: the caller does not close it. Words of a language without an
     * analyzer of its own are not stemmed.
     *
     * @param language ISO 639-1
     */
    public static Analyzer of(String language) {
        return OPEN.computeIfAbsent(language, LanguageAnalyzers::open);
    }

    private static Analyzer open(String language) {
        return new CodeAwareAnalyzer(PAIRS.contains(language)
                ? new PairsAnalyzer()
                : SEGMENTED.contains(language)
                        ? new SegmentingAnalyzer()
                        : STEMMED.containsKey(language)
                                ? STEMMED.get(language).get()
                                : new StandardAnalyzer(CharArraySet.EMPTY_SET));
    }

    /** The scripts that the analyzer of a language cuts into words, and others do not. */
    static Set<UnicodeScript> scripts(String language) {
        return PAIRS.contains(language)
                ? EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)
                : SEGMENTED.contains(language)
                        ? EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR)
                        : Set.of();
    }

    /** Whether a language joins words to longer ones. */
    static boolean isCompounding(String language) {
        return COMPOUNDING.contains(language);
    }

    /** The function words of a language, in lower case; none where they are not known. */
    static CharArraySet stopWords(String language) {
        if (language.equals("th")) {
            return ThaiAnalyzer.getDefaultStopSet();
        }
        Supplier<Analyzer> analyzer = STEMMED.get(language);
        if (analyzer == null) {
            return CharArraySet.EMPTY_SET;
        }
        return analyzer.get() instanceof StopwordAnalyzerBase known
                ? known.getStopwordSet()
                : DutchAnalyzer.getDefaultStopSet();
    }

    /**
     * The function words that the analyzer of a language leaves out, in lower case; none where it keeps all.
     *
     * @param language ISO 639-1
     */
    public static Set<String> functionWords(String language) {
        return stopWords(language).stream()
                .map(word -> word instanceof char[] letters ? new String(letters) : word.toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The languages whose words are stemmed or cut: ISO 639-1. */
    public static List<String> languages() {
        return Stream.of(STEMMED.keySet(), PAIRS, SEGMENTED).flatMap(Set::stream).sorted().toList();
    }
}
