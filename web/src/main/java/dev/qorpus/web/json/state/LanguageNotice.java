package dev.qorpus.web.json.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.models.ModelSpec;
import dev.qorpus.models.Models;

/** Says that no model of an index knows the language of many entries, and which model does. */
public final class LanguageNotice {

    /** A smaller share of the entries is not worth a line. */
    private static final double WORTH = .1;

    private LanguageNotice() {}

    /** One line; empty if the models know the languages of most entries. */
    public static Optional<String> of(IndexManifest manifest) {
        Map<String, Set<String>> known = new TreeMap<>();
        manifest.spaces().forEach(space -> known.put(space, manifest.modelLanguages(space)));
        return of(manifest.spaces(), known, manifest.languages());
    }

    /**
     * The same.
     *
     * @param spaces the models of the index
     * @param known the languages of each model; empty if they are not known
     * @param entries the number of entries in each language
     */
    static Optional<String> of(List<String> spaces, Map<String, Set<String>> known, Map<String, Integer> entries) {
        Set<String> languages = new TreeSet<>();
        known.values().forEach(languages::addAll);
        int all = entries.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Map.Entry<String, Integer>> most = entries.entrySet().stream()
                .filter(language -> !languages.contains(language.getKey())).max(Map.Entry.comparingByValue());
        if (known.containsValue(Set.of()) || most.isEmpty() || most.get().getValue() < WORTH * all) {
            return Optional.empty();
        }
        String language = most.get().getKey();
        List<String> models = new ArrayList<>(spaces);
        models.add(Models.knowing(language).map(ModelSpec::name).orElse("DIR"));
        return Optional.of(String.format(Locale.ROOT,
                "%s %s %s; %d %% of this corpus is %s: there, answers go by words. Add a model: qorpus index --rebuild"
                        + " --model %s",
                listed(spaces), spaces.size() == 1 ? "knows" : "know",
                listed(languages.stream().map(LanguageDetector::name).sorted().toList()),
                Math.round(100.0 * most.get().getValue() / all), LanguageDetector.name(language),
                String.join(",", models)));
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
