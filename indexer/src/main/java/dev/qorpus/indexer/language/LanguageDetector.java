package dev.qorpus.indexer.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The script, where it tells the language, and Apache OpenNLP's detector, a maximum entropy model over letter n-grams of 103 languages. Languages without a code of two
 * letters, and dead and artificial ones, are left out: short English texts look like some of them. Thread-safe.
 */
public final class LanguageDetector {

    private static final String MODEL = "/langdetect-183.bin";

    /** Java's codes of two letters, by the detector's of three. */
    private static final Map<String, String> CODES = codes();

    private final LanguageDetectorME detector;

    private LanguageDetector(LanguageDetectorME detector) {
        this.detector = detector;
    }

    private static final class Shared {
        static final LanguageDetector DETECTOR = load();
    }

    /** The detector, loaded on first use. */
    public static LanguageDetector shared() {
        return Shared.DETECTOR;
    }

    private static LanguageDetector load() {
        try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(
                        MODEL + " is not on the class path; build Qorpus again: mvn clean verify");
            }
            return new LanguageDetector(new LanguageDetectorME(new LanguageDetectorModel(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MODEL, e);
        }
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                codes.put(Locale.of(code).getISO3Language(), code);
            }
        }
        // Varieties that the detector names more closely than Java.
        codes.putAll(Map.of("cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "zlm", "ms", "plt", "mg", "azj", "az",
                "uzn", "uz", "als", "sq", "khk", "mn"));
        codes.keySet().removeAll(Set.of("lat", "epo", "vol", "ina", "ile", "ido", "san", "lim", "mri"));
        return codes;
    }

    /**
     * How likely a text is in each language, the likeliest first. The numbers add up to 1 at most.
     *
     * @return by ISO 639-1; empty if the text is in none of the languages
     */
    public Map<String, Double> detect(String text) {
        Optional<String> told = ScriptLanguages.of(text);
        if (told.isPresent()) {
            return Map.of(told.get(), 1.0);
        }
        Map<String, Double> found = new LinkedHashMap<>();
        Language[] ranked;
        synchronized (detector) {
            ranked = detector.predictLanguages(text);
        }
        for (Language language : ranked) {
            String code = CODES.get(language.getLang());
            if (code != null) {
                found.merge(code, language.getConfidence(), Double::sum);
            }
        }
        return found;
    }

    /** Whether texts can be found to be in a language with that code. */
    public static boolean isLanguage(String code) {
        return CODES.containsValue(code);
    }

    /** The name of a language in English. */
    public static String name(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
