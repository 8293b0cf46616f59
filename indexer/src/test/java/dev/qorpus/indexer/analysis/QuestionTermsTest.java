package dev.qorpus.indexer.analysis;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QuestionTermsTest {

    private final TextAnalysis english = TextAnalysis.of(List.of("en"));

    private WeightedTerm term(String question, String label) {
        return english.terms(question).stream().filter(term -> term.label().equals(label)).findFirst().orElseThrow();
    }

    private List<String> indexed(String text) {
        return english.tokens(text).stream().map(IndexedTerm::term).toList();
    }

    @Test
    void aWordIsSearchedByItsStemAsAPartAndAsWritten() {
        assertThat(english.terms("universities")).extracting(WeightedTerm::label).containsExactly("univers", "-univers",
                "\"universities\"");
        assertThat(english.terms("universities")).extracting(WeightedTerm::word).containsOnly(0);
    }

    @Test
    void repeatedWordsSaturate() {
        assertThat(term("vector vector", "vector").weight()).isCloseTo(1.5, within(1e-9));
        assertThat(term("vector ".repeat(100), "vector").weight()).isLessThan(3);
    }

    @Test
    void theFormCountsMoreInAShortQuestion() {
        assertThat(term("universities", "\"universities\"").weight())
                .isGreaterThan(term("universities teach physics", "\"universities\"").weight());
    }

    @Test
    void functionWordsAloneAreSearchedAsTheyAreWritten() {
        assertThat(english.terms("This is IT?")).extracting(WeightedTerm::label).containsExactly("\"this\"", "\"is\"",
                "\"it\"", "\"IT\"");
        assertThat(english.terms("This is IT?")).extracting(WeightedTerm::word).containsExactly(0, 1, 2, 2);
        assertThat(english.terms("This is a vector?")).extracting(WeightedTerm::label).doesNotContain("\"this\"");
        assertThat(english.terms("Laptops of IT")).extracting(WeightedTerm::label).contains("\"IT\"")
                .doesNotContain("\"of\"", "\"it\"");
    }

    @Test
    void functionWordsAreNotMarked() {
        assertThat(english.marked("This is IT?")).isEmpty();
        assertThat(english.spans(english.marked("vectors"), "It is a Vector.")).containsExactly(new Span(8, 14));
    }

    @Test
    void namesWithinIdentifiersAreTerms() {
        assertThat(indexed("crm.action_log")).contains("crm.action_log", "-crm", "-log");
        assertThat(indexed("session.cookie_same_site_mode")).contains("-cookie_same_site_mod", "-site");
        assertThat(indexed("RetryingHttpClientFactory")).contains("-http", "-client");
        assertThat(indexed("Python3.12")).contains("-python", "-3.12");
        assertThat(indexed("node.js")).contains("-node", "-js");
        assertThat(indexed("3.5 and 2026.4.10")).doesNotContain("-5", "-10");
    }

    @Test
    void neighbouringNamesAreTermsAsOneWord() {
        assertThat(indexed("getUserById(1)")).contains("-getus", "-userbi", "-byid");
        assertThat(indexed("load_user")).contains("load_us", "-load", "-user", "-loadus");
        assertThat(indexed("aa_bb_cc_dd_xx")).contains("-aabb", "-aabbcc", "-ccddxx", "-aabbccddxx")
                .doesNotContain("-aabbccdd", "-bbccddxx");
        assertThat(indexed("d_k")).doesNotContain("-dk");
        assertThat(indexed("getUser")).doesNotContain("-getus");
        assertThat(indexed("utf8_general")).doesNotContain("-8gener");
    }

    @Test
    void namesOfAQuestionAreNotJoined() {
        assertThat(english.terms("load_user")).extracting(WeightedTerm::label).doesNotContain("-loadus");
    }

    @Test
    void anIdentifierIsMarkedForNeighbouringNames() {
        assertThat(english.spans(english.marked("loaduser"), "Call load_user_by_name now."))
                .containsExactly(new Span(5, 22));
    }

    @Test
    void anIdentifierIsSearchedWholeAndByItsNames() {
        assertThat(term("crm.action_log", "crm.action_log").weight()).isEqualTo(1);
        assertThat(term("crm.action_log", "crm").weight()).isLessThan(0.5);
        assertThat(english.terms("crm.action_log")).extracting(WeightedTerm::word).containsOnly(0);
    }

    @Test
    void wordsAsWrittenKeepFunctionWordsAndNamesOfIdentifiers() {
        assertThat(WrittenWords.of("What is IT in crm.log?")).extracting(IndexedTerm::term).containsExactly("what",
                "is", "it", "IT", "in", "crm.log", "crm", "log");
        assertThat(WrittenWords.of("Tax on Incomes")).extracting(IndexedTerm::term).containsExactly("tax", "on",
                "incomes");
    }
}
