package dev.qorpus.indexer.language;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTaggerTest {

    private static final String ENGLISH = "The keys are kept by the caretaker, who lives in the house next to the hall.";
    private static final String GERMAN = "Die Schlüssel hat der Hausmeister, der im Haus neben der Halle wohnt und arbeitet.";

    private static Entry entry(String question, String answer) {
        return new Entry(new EntryId("a.md#" + question), EntryKind.QUESTION, null, question,
                new Answer(answer, answer), Context.NONE, new TreeMap<>(), "a.md", 1);
    }

    private static List<String> languages(List<Entry> file) {
        List<Entry> tagged = new ArrayList<>();
        LanguageTagger tagger = new LanguageTagger(tagged::add);
        file.forEach(tagger::add);
        tagger.finish();
        assertThat(tagged).extracting(Entry::id).isEqualTo(file.stream().map(Entry::id).toList());
        return tagged.stream().map(Entry::language).toList();
    }

    @Test
    void entriesWithEnoughProseHaveTheirOwnLanguage() {
        assertThat(languages(List.of(entry("Where are the keys?", ENGLISH), entry("Who has them?", ENGLISH),
                entry("Wo sind die Schlüssel?", GERMAN)))).containsExactly("en", "en", "de");
    }

    @Test
    void shortEntriesHaveTheLanguageOfTheirFile() {
        assertThat(languages(List.of(entry("Wo sind die Schlüssel?", GERMAN), entry("WLAN?", "Ja."),
                entry("pip install", "`pip`")))).containsExactly("de", "de", "de");
    }

    @Test
    void shortEntriesTogetherTellTheLanguageOfAFile() {
        assertThat(languages(List.of(entry("주차장이 있나요?", "네."), entry("커피는?", "됩니다."))))
                .containsExactly("ko", "ko");
        assertThat(languages(List.of(entry("¿Dónde está?", "En la mesa de la cocina."), entry("¿Cuándo?", "Mañana."))))
                .containsExactly("es", "es");
    }

    @Test
    void whereThereAreNoLettersTheLanguageIsNotKnown() {
        assertThat(languages(List.of(entry("42?", "`x = 1`")))).containsExactly("");
        assertThat(languages(List.of())).isEmpty();
    }

    @Test
    void moreEntriesThanAreLookedAtAtFirstAreTaggedInOrder() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            many.add(entry("Where are the keys number " + i + "?", ENGLISH));
        }
        assertThat(languages(many)).hasSize(120).containsOnly("en");
    }
}
