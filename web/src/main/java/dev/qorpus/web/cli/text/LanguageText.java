package dev.qorpus.web.cli.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.indexer.schema.IndexManifest;

/** Says that a model does not know the language of many entries. */
public final class LanguageText {

    /** A smaller share of the entries is not worth a line. */
    private static final double WORTH = .1;

    private LanguageText() {}

    /** One line for the default model of an index; empty if it knows the languages of most entries. */
    public static Optional<String> warning(IndexManifest manifest) {
        String model = manifest.spaces().getFirst();
        return warning(model, manifest.modelLanguages(model), manifest.languages());
    }

    /**
     * The same.
     *
     * @param known the languages of the model; empty if they are not known
     * @param entries the number of entries in each language
     */
    static Optional<String> warning(String model, Set<String> known, Map<String, Integer> entries) {
        int all = entries.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Map.Entry<String, Integer>> most = entries.entrySet().stream()
                .filter(language -> !known.contains(language.getKey())).max(Map.Entry.comparingByValue());
        if (known.isEmpty() || most.isEmpty() || most.get().getValue() < WORTH * all) {
            return Optional.empty();
        }
        String languages = String.join(", ", known.stream().map(LanguageDetector::name).sorted().toList());
        return Optional.of(String.format(Locale.ROOT,
                "%s knows %s; %d %% of this corpus is %s: there, answers go by words. Index with a model that knows it: "
                        + "qorpus index --rebuild --model DIR",
                model, languages, Math.round(100.0 * most.get().getValue() / all),
                LanguageDetector.name(most.get().getKey())));
    }
}
