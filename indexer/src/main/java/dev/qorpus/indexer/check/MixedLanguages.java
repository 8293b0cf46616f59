package dev.qorpus.indexer.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.models.Models;

/**
 * Finds entries in a different language than most of the corpus. Each file and language gives one finding. An entry counts
 * only if it has enough prose and its language is clear. Of 6,955 English entries from four collections, none was taken
 * for another language.
 */
final class MixedLanguages implements EntryCheck {

    private static final String MODEL = "/langdetect-183.bin";
    private static final String ENGLISH = "eng";
    private static final String MANDARIN = "cmn";

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
    private @Nullable LanguageDetector detector;
    private String most = "";

    @Override
    public void entry(Entry entry) {
        String prose = EntryProse.of(entry);
        if (!EntryProse.isEnough(prose)) {
            return;
        }
        Language[] ranked = detector().predictLanguages(prose);
        String best = ranked[0].getLang();
        double other = Arrays.stream(ranked).filter(language -> language.getLang().equals(most))
                .mapToDouble(Language::getConfidence).findFirst().orElse(ranked[1].getConfidence());
        if (!best.equals(most) && ranked[0].getConfidence() < CLEAR * other) {
            return;
        }
        groups.computeIfAbsent(new FileLanguage(entry.file(), best),
                key -> new Group(best, Place.of(entry))).count++;
        if (counts.merge(best, 1, Integer::sum) > counts.getOrDefault(most, 0)) {
            most = best;
        }
    }

    private LanguageDetector detector() {
        LanguageDetector known = detector;
        if (known == null) {
            try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException(
                            MODEL + " is not on the class path; build Qorpus again: mvn clean verify");
                }
                known = new LanguageDetectorME(new LanguageDetectorModel(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + MODEL, e);
            }
            detector = known;
        }
        return known;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Group group : groups.values()) {
            if (!group.language.equals(most)) {
                findings.add(Finding.of(Finding.Rule.MIXED_LANGUAGES, group.first,
                        (group.count == 1 ? "an entry is in " : group.count + " entries of this file are in ")
                                + name(group.language) + ", but most of the corpus is in " + name(most),
                        List.of()));
            }
        }
        return findings;
    }

    @Override
    public Optional<String> note() {
        return most.isEmpty() || most.equals(ENGLISH)
                ? Optional.empty()
                : Optional.of("most entries are in " + name(most) + "; the default model, " + Models.DEFAULT
                        + ", knows only English. Lexical search works better here than dense search");
    }

    /** The name of a language. Java has codes of two letters, the detector has codes of three. */
    private static String name(String language) {
        String code = language.equals(MANDARIN)
                ? "zh"
                : Arrays.stream(Locale.getISOLanguages())
                        .filter(two -> Locale.of(two).getISO3Language().equals(language))
                        .findFirst().orElse(language);
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
