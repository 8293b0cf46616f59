package dev.qorpus.web.page;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Questions and hits. */
class AskPageIT extends OnSeed {

    static final String ONE_HOT = "why is one-hot encoding a poor representation";
    static final String SLOW_ATTENTION = "why is attention slow for long sequences";
    static final String BAG_OF_WORDS = "what is the bag of words model";
    static final String ASKED_NOT_ANSWERED = "what is the token budget of an LLM";
    static final String ELSEWHERE = "best pizza in Naples";

    private static final Pattern LAST_NUMBER = Pattern.compile("[\\d.]+$");

    @Test
    void startSaysWhatIsSearchedAndItsExamplesAsk() {
        tab.open("/");
        assertThat(tab.find("#start")).containsText("27 entries in 1 file");
        assertThat(tab.find("#start")).containsText("1 entry has no answer yet");
        String example = tab.find(".example").first().innerText();
        tab.find(".example").first().click();
        assertThat(tab.hit(1).locator("h3")).containsText(example);
        assertThat(tab.field()).hasValue(example);
    }

    @Test
    void typedQuestionShowsTheRightEntryFirstWithItsPassageMarkedAndBothRanks() {
        tab.open("/");
        tab.ask(ONE_HOT);
        assertThat(tab.hit(1).locator("h3")).hasText("Q2 What is one-hot encoding and what are its limitations?");
        assertThat(tab.hit(1).locator("> .passage")).containsText("One-hot encoding represents each word");
        assertThat(tab.hit(1).locator("> .passage mark").first()).hasText("One");
        assertThat(tab.hit(1).locator("[data-rank=lexical]")).hasText(Pattern.compile("words #\\d+"));
        assertThat(tab.hit(1).locator("[data-rank=dense]")).hasText("meaning #1");
        assertThat(tab.hit(1).locator(".meta")).containsText("Word Embeddings in NLP · Basic models.md:13");
        assertThat(tab.find("#notice")).isEmpty();
        assertThat(tab.page()).hasTitle(ONE_HOT + " – Qorpus");
    }

    @Test
    void mistypedWordsAreSearchedForAsTheIndexWritesThem() {
        tab.open("/?q=how does wrod2vec learn represntations");
        assertThat(tab.find("#notice")).hasText("Also searched for: word2vec (for wrod2vec), representations "
                + "(for represntations). Search only for what I typed");
        assertThat(tab.hit(1).locator("h3")).hasText("Q5 How does Word2Vec learn word representations?");
        assertThat(tab.hit(1).locator("h3 mark")).containsText(new String[]{"Word2Vec"});
    }

    @Test
    void answerThatIsLikelyRightIsUnfoldedWithThePassageMarkedAndFolds() {
        tab.open("/?q=" + BAG_OF_WORDS);
        Locator toggle = tab.hit(1).locator("[data-toggle=answer]");
        Locator answer = tab.hit(1).locator(".answer");
        assertThat(answer).isVisible();
        assertThat(tab.hit(1).locator("> .passage")).isHidden();
        assertThat(tab.hit(2)).isHidden();
        tab.find("#more").click();
        assertThat(tab.hit(2).locator(".answer")).isHidden();
        assertThat(tab.hit(2).locator("> .passage")).isVisible();
        assertThat(answer.locator("ul > li")).hasText(new String[]{"Word presence and frequency, and",
                "Simple topical information"});
        assertThat(answer).containsText("But, it ignores word order");
        assertThat(answer.locator("mark.passage").first())
                .containsText("BoW represents a document as a vector of word counts");
        assertThat(toggle).hasAttribute("aria-expanded", "true");
        toggle.click();
        assertThat(answer).isHidden();
        assertThat(tab.hit(1).locator("> .passage")).isVisible();
        toggle.click();
        assertThat(answer).isVisible();
    }

    @Test
    void theListEndsAfterTheRelatedHitsAndAButtonShowsTheOthers() {
        tab.open("/?q=" + SLOW_ATTENTION);
        Locator shown = tab.find("#hits > .hit:not([hidden])");
        assertThat(tab.find("#hits > .hit[data-group=rest]").first()).isHidden();
        assertThat(tab.find("#hits > .hit[data-group=related] .group")).hasText("Related");
        int first = shown.count();
        assertThat(tab.find("#count")).hasText(Pattern.compile(first + " of 27.entries"));
        Locator more = tab.find("#more");
        assertThat(more).hasText("Show " + (10 - first) + " more");
        more.press("Enter");
        assertThat(shown).hasCount(10);
        assertThat(tab.hit(first + 1)).isFocused();
        assertThat(tab.hit(first + 1).locator(".group")).hasText("Others");
        assertThat(more).hasText("Show 10 more");
        more.click();
        assertThat(shown).hasCount(20);
        assertThat(tab.hit(11)).isFocused();
        assertThat(tab.find("#count")).hasText(Pattern.compile("20 of 27.entries"));
        assertThat(more).hasText("Show 7 more");
        more.click();
        assertThat(shown).hasCount(27);
        assertThat(more).isHidden();
        tab.ask(BAG_OF_WORDS);
        assertThat(tab.hit(2)).isHidden();
    }

    @Test
    void whyShowsASumThatIsTheScore() {
        tab.open("/?q=" + ONE_HOT);
        tab.hit(1).locator("[data-toggle=why]").click();
        Locator rows = tab.hit(1).locator(".why tbody tr");
        assertThat(rows).hasCount(3);
        double sum = 0;
        for (Locator row : rows.all()) {
            List<Double> cells = row.locator("td").allInnerTexts().stream().map(Double::valueOf).toList();
            assertThat(cells.get(1) * cells.get(2)).isCloseTo(cells.get(3), within(0.001));
            sum += cells.get(3);
        }
        assertThat(number(tab.hit(1).locator(".why tfoot td"))).isCloseTo(sum, within(0.0016));
        assertThat(number(tab.hit(1).locator(".score"))).isCloseTo(sum, within(0.0061));
        assertThat(tab.hit(1).locator(".why .term").first()).isVisible();
    }

    private static double number(Locator locator) {
        return LAST_NUMBER.matcher(locator.innerText()).results().map(found -> Double.valueOf(found.group()))
                .findFirst().orElseThrow();
    }

    @Test
    void questionWithoutAnAnswerIsShownAsOne() {
        tab.open("/?q=" + ASKED_NOT_ANSWERED);
        assertThat(tab.find("#notice")).containsText("The question is in the corpus, but has no answer yet.");
        assertThat(tab.hit(1).locator(".number")).hasText("Q27 ");
        assertThat(tab.hit(1).locator(".badge")).hasText("No answer written yet");
        assertThat(tab.hit(1).locator("[data-toggle=answer]")).hasCount(0);
        assertThat(tab.hit(2).locator(".badge")).hasCount(0);
    }

    @Test
    void listsSideBySideSayThatThereIsNoAnswer() {
        tab.open("/?mode=compare&q=" + ASKED_NOT_ANSWERED);
        assertThat(tab.find(".column > p:not(.cost)"))
                .hasText(Collections.nCopies(3, "In the corpus, without an answer yet:").toArray(String[]::new));
    }

    @Test
    void whatNothingAnswersIsSaidAndTheNearestEntriesAreSetApart() {
        tab.open("/?q=" + ELSEWHERE);
        assertThat(tab.find("#notice"))
                .containsText("Probably nothing here answers that. The nearest entries are below.");
        assertThat(tab.find("#hits.unsure > .hit")).hasCount(10);
        assertThat(tab.find(".hit [data-toggle=answer][aria-expanded=true]")).hasCount(0);
    }

    @Test
    void nearestSectionsLeadThere() {
        tab.open("/?q=" + ELSEWHERE);
        Locator section = tab.find("#notice .near button").first();
        String name = section.innerText();
        section.click();
        assertThat(tab.find("#picked")).containsText(name);
        assertThat(tab.find(".hit .section").first()).containsText(name);
    }

    @Test
    void linkToTheQuestionIsCopied() {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.open("/?q=" + BAG_OF_WORDS + "&mode=dense");
        tab.find("#summary .link").click();
        assertThat(tab.find("#said")).hasText("Link copied");
        assertThat(tab.page().evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo(qorpus().origin() + "/?q=what+is+the+bag+of+words+model&mode=dense");
    }

    @Test
    void whyNamesWordsAsTheyStandInTheEntry() {
        tab.open("/?q=" + ONE_HOT);
        tab.hit(1).locator("[data-toggle=why]").click();
        assertThat(tab.hit(1).locator(".why .reason:not(.aligned) .term"))
                .hasText(new String[]{"one", "hot", "encoding", "resemblance"});
        assertThat(tab.hit(1).locator(".aligned .term").first()).hasText("hot → hot");
    }

    @Test
    void whatNoEntryHasOffersAWayOn() {
        tab.open("/?q=pizza&mode=lexical&filter=type=Deep");
        assertThat(tab.find("#notice")).containsText("No entry matches.");
        tab.find("#notice button").getByText("Search by meaning too").click();
        assertThat(tab.hit(1)).isVisible();
        assertThat(tab.find("#picked")).hasText("type: Deep");
    }

    @Test
    void questionWithoutWordsIsExplained() {
        tab.open("/?q=%3F%3F");
        assertThat(tab.find("#notice")).containsText("No entry matches");
        assertThat(tab.find("#notice")).containsText("The question has no letter and no digit");
    }

    @Test
    void operatorsAreChipsThatTakeThemselvesBack() {
        tab.open("/?q=attention+-transformers+type%3Adeep");
        assertThat(tab.find("#notice .chip")).hasText(new String[]{"-transformers", "type:deep"});
        tab.find("#notice .chip").first().click();
        assertThat(tab.field()).hasValue("attention type:deep");
        assertThat(tab.find("#notice .chip")).hasText(new String[]{"type:deep"});
        tab.find("#notice .operators .off").click();
        assertThat(tab.find("#notice .chip")).hasCount(0);
        assertThat(tab.field()).hasValue("attention type:deep");
    }

    @Test
    void whoTypedAWordThatMayBeRightCanSearchOnlyForIt() {
        tab.open("/?q=what+is+a+transfarmer");
        assertThat(tab.find("#notice")).containsText("transformer (for transfarmer)");
        assertThat(tab.find("#notice")).containsText("The first entry is without: transfarmer");
        tab.find("#notice .corrections .off").click();
        assertThat(tab.find("#notice")).not().containsText("transformer (for transfarmer)");
    }

    @Test
    void relatedEntriesLeadOnAndBackComesBack() {
        tab.open("/?q=" + BAG_OF_WORDS);
        tab.hit(1).locator("[data-toggle=related]").click();
        Locator first = tab.hit(1).locator(".related a").first();
        String related = first.innerText();
        first.click();
        assertThat(tab.hit(1).locator("h3")).containsText(related);
        assertThat(tab.field()).hasValue(related);
        assertThat(tab.hit(1)).isFocused();
        tab.page().goBack();
        assertThat(tab.field()).hasValue(BAG_OF_WORDS);
    }

    @Test
    void entryHasAnAddressThatShowsItWhole() {
        tab.open("/?q=" + BAG_OF_WORDS);
        String address = String.valueOf(tab.hit(1).locator(".link").getAttribute("href"));
        tab.open(address);
        assertThat(tab.find("#hits > .hit")).hasCount(0);
        assertThat(tab.find(".entry .answer ul > li")).hasCount(2);
        assertThat(tab.page()).hasTitle("What is the Bag-of-Words (BoW) model? – Qorpus");
    }

    @Test
    void unknownEntryIsSaid() {
        tab.expect("status of 404");
        tab.open("/?entry=models.md%23q99");
        assertThat(tab.find(".entry")).containsText("The notes have none with the id models.md#q99");
    }
}
