package dev.qorpus.indexer.analysis;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a word finds in texts of its language. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Kündigung   | Alle Kündigungen gelten ab Montag.
            de | Stuhl       | Die Stühle stehen im Flur.
            de | Strasse     | Die Straße ist gesperrt.
            de | Miete       | Was kostet die Raummiete?
            de | Frist       | Die Kündigungsfristen stehen im Vertrag.
            fr | cafe        | Le Café ouvre à neuf heures.
            fr | avion       | L'avion est parti.
            es | camion      | Los camiones llegan tarde.
            it | albero      | All'ombra degli alberi.
            pt | informacao  | Mais informações na página.
            sv | bil         | Bilarna står på gatan.
            sv | skola       | Barnen går i grundskola.
            nl | huis        | Het ziekenhuis is groot.
            da | skole       | Børnenes skoler er lukket.
            fi | talo        | Talossa on kaksi ovea.
            hu | ház         | A házban nincs víz.
            tr | kitap       | Kitapları geri verin.
            ru | книга       | Он читает новые книги.
            ru | ёлка        | Елки стоят в лесу.
            uk | звіт        | Річний звіт готовий.
            pl | zolty       | Żółty samochód.
            cs | město       | Ve velkém městě.
            el | Αθηνα       | Η Αθήνα είναι μεγάλη.
            ar | كتاب        | الكتاب على الطاولة
            fa | کتاب        | این کتاب‌ها کجا هستند
            he | שלום        | שָׁלוֹם לכולם
            hi | किताब       | किताबें मेज पर हैं
            th | น้ำ          | ดื่มน้ำทุกวัน
            lo | ນ້ຳ          | ດື່ມນ້ຳທຸກມື້
            km | សាលារៀន     | ខ្ញុំទៅសាលារៀន
            ja | 駐車場      | 裏に駐車場があります。
            ja | データ      | データベースは館内のみです。
            ko | 주차장      | 주차장이 있나요?
            zh | 数据        | 这个数据库很大。
            vi | thanh pho   | Thành phố lớn nhất.
            xx | word        | A Word in no known language.
            """)
    void aWordFindsItsOtherForms(String language, String word, String text) {
        assertThat(shared(language, word, text)).as("%s in %s", word, text).isNotEmpty();
        assertThat(shared(language, Normalizer.normalize(word, Normalizer.Form.NFD), text)).isNotEmpty();
        assertThat(shared(language, word, Normalizer.normalize(text, Normalizer.Form.NFD))).isNotEmpty();
        TextAnalysis analysis = TextAnalysis.of(List.of(language));
        assertThat(analysis.spans(terms(analysis, word), text)).isNotEmpty().allSatisfy(
                span -> assertThat(text.substring(span.start(), span.end())).isNotBlank());
    }

    private static Set<String> shared(String language, String word, String text) {
        TextAnalysis analysis = TextAnalysis.of(List.of(language));
        Set<String> shared = terms(analysis, word);
        shared.retainAll(analysis.tokens(text).stream().map(IndexedTerm::term).collect(Collectors.toSet()));
        return shared;
    }

    private static Set<String> terms(TextAnalysis analysis, String word) {
        return analysis.terms(word).stream().map(WeightedTerm::term).collect(Collectors.toSet());
    }

    @Test
    void theWholeWordCountsMoreThanTheEndOfACompound() {
        List<WeightedTerm> terms = TextAnalysis.of(List.of("de")).terms("Miete");
        assertThat(terms.get(1).kind()).isEqualTo(TermKind.PART);
        assertThat(terms.get(1).weight()).isLessThan(terms.get(0).weight());
        assertThat(terms).extracting(WeightedTerm::word).containsOnly(0);
    }

    @Test
    void aBeginningIsNoEnd() {
        assertThat(shared("de", "Raum", "Was kostet die Raummiete?")).isEmpty();
    }

    @Test
    void formsOfSeveralLanguagesAreAlternatives() {
        List<WeightedTerm> terms = TextAnalysis.of(List.of("en", "de")).terms("running Häuser");
        assertThat(terms).extracting(WeightedTerm::term).contains("run", "haus");
        assertThat(terms.stream().map(WeightedTerm::word).distinct()).containsExactly(0, 1);
    }

    @Test
    void withOneLanguageEachWordHasOneForm() {
        assertThat(TextAnalysis.of(List.of("en")).terms("how do vectors run"))
                .filteredOn(term -> term.kind() == TermKind.WORD).extracting(WeightedTerm::term)
                .containsExactly("how", "do", "vector", "run");
    }

    @Test
    void stopWordsOfTheFirstLanguageAreLeftOutInAll() {
        assertThat(TextAnalysis.of(List.of("ko", "de", "en")).terms("die Häuser und 주차장"))
                .extracting(WeightedTerm::term).contains("haus", "주차").doesNotContain("die", "und", "주차장");
        assertThat(TextAnalysis.of(List.of("en", "de")).terms("processes die")).extracting(WeightedTerm::term)
                .contains("process", "die");
    }

    @Test
    void overlappingPairsAreMarkedOnce() {
        TextAnalysis japanese = TextAnalysis.of(List.of("ja"));
        assertThat(japanese.spans(terms(japanese, "駐車場"), "裏に駐車場が")).containsExactly(new Span(2, 5));
    }

    static List<String> languages() {
        return LanguageAnalyzers.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageTakesEveryText(String language) {
        TextAnalysis analysis = TextAnalysis.of(List.of(language));
        for (String text : List.of("", " ", "C++ 漢字 한국어 ไทย русский ελληνικά עברית العربية 😀 e\u0301 \uD800",
                "\u0301")) {
            for (IndexedTerm token : analysis.tokens(text)) {
                assertThat(token.span().start()).isBetween(0, text.length());
                assertThat(token.span().end()).isBetween(token.span().start(), text.length());
                assertThat(token.term()).isNotEmpty().doesNotContain(" ", "|");
            }
        }
    }

    @Test
    void functionWordsOfALanguageHaveNoTerms() {
        assertThat(LanguageAnalyzers.functionWords("en")).contains("the", "of").doesNotContain("model")
                .allSatisfy(word -> assertThat(TextAnalysis.of(List.of("en")).words(word)).isEmpty());
        assertThat(LanguageAnalyzers.functionWords("de")).contains("und");
        assertThat(LanguageAnalyzers.functionWords("xx")).isEmpty();
    }
}
