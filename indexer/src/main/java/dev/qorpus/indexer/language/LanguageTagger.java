package dev.qorpus.indexer.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Entry;

/**
 * Gives each entry of one file its language. Most files are in one language, so an entry has the language of its file
 * unless it has enough prose and another language is clear. The language of the file is that of its first entries.
 */
public final class LanguageTagger {

    /** A language must be this many times as likely as that of the file. */
    private static final double CLEAR = 2;
    /** The number of entries that tell the language of a file. */
    private static final int FIRST = 50;
    /** The lowest number of letters that tell the language of a whole file. */
    private static final int ENOUGH = 10;

    private final Consumer<Entry> next;
    private final List<Detected> waiting = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private final Map<String, Double> votes = new HashMap<>();
    private @Nullable String language;

    /** An entry, and how likely it is in each language; nothing if it has not enough prose. */
    private record Detected(Entry entry, Map<String, Double> languages) {

        /** The entry in its own language if that is clear, or else in that of its file. */
        Entry tagged(String ofFile) {
            return entry.in(languages.entrySet().stream().max(Map.Entry.comparingByValue())
                    .filter(best -> best.getValue() >= CLEAR * languages.getOrDefault(ofFile, 0.0))
                    .map(Map.Entry::getKey).orElse(ofFile));
        }
    }

    /** @param next receives the entries in order */
    public LanguageTagger(Consumer<Entry> next) {
        this.next = next;
    }

    /** Takes the next entry of the file. It may be handed on later. */
    public void add(Entry entry) {
        String text = EntryProse.of(entry);
        boolean enough = EntryProse.isEnough(text);
        Detected detected = new Detected(entry, enough ? LanguageDetector.shared().detect(text) : Map.of());
        if (language != null) {
            next.accept(detected.tagged(language));
            return;
        }
        waiting.add(detected);
        detected.languages().forEach((code, share) -> votes.merge(code, share, Double::sum));
        if (!enough) {
            prose.append(text).append(' ');
        }
        if (waiting.size() >= FIRST) {
            finish();
        }
    }

    /** Ends the file: hands on what is left. */
    public void finish() {
        if (language == null) {
            if (EntryProse.letters(prose.toString()) >= ENOUGH) {
                LanguageDetector.shared().detect(prose.toString())
                        .forEach((code, share) -> votes.merge(code, share, Double::sum));
            }
            language = votes.entrySet().stream()
                    .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey).orElse("");
        }
        String known = language;
        waiting.forEach(detected -> next.accept(detected.tagged(known)));
        waiting.clear();
    }
}
