package dev.qorpus.search.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.indexer.schema.IndexManifest;

/**
 * How well a model knows the language of a question. The languages of an index tell, where all of them are known or all
 * are not; otherwise the language of the question is detected among them.
 *
 * @param known the languages that the model knows, by ISO 639-1; empty if that is not known
 * @param entries the number of entries in each language
 */
record LanguageTrust(Set<String> known, Map<String, Integer> entries) {

    /** A language with a smaller share of the entries may be a mistake of the detector. */
    private static final double LEAST_SHARE = .02;

    /** The trust in a model with some languages for the questions of an index. */
    static LanguageTrust of(Set<String> known, IndexManifest manifest) {
        Map<String, Integer> counted = new HashMap<>(manifest.languages());
        int all = counted.values().stream().mapToInt(Integer::intValue).sum();
        counted.values().removeIf(count -> count < LEAST_SHARE * all);
        return new LanguageTrust(known, Map.copyOf(counted));
    }

    /** From 0 to 1. */
    double in(String question) {
        if (known.isEmpty() || known.containsAll(entries.keySet())) {
            return 1;
        }
        if (entries.keySet().stream().noneMatch(known::contains)) {
            return 0;
        }
        return detected(question);
    }

    /** The share of the known languages among those of the index, each as likely as the detector and the index say. */
    private double detected(String question) {
        Map<String, Double> found = LanguageDetector.shared().detect(question);
        double sum = 0;
        double trusted = 0;
        for (Map.Entry<String, Integer> language : entries.entrySet()) {
            double likely = found.getOrDefault(language.getKey(), 0.0) * language.getValue();
            sum += likely;
            trusted += known.contains(language.getKey()) ? likely : 0;
        }
        return sum == 0 ? 1 : trusted / sum;
    }
}
