package dev.qorpus.search.fuse;

import java.util.Comparator;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FusionTest {

    @Property
    void aWeightedSumStaysWithinItsPartsAndAddsUp(@ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @DoubleRange(min = 0, max = 1) double words,
            @ForAll @DoubleRange(min = 0, max = 1) double meaning) {
        List<Part> parts = new WeightedSum(weight).parts(evidence(1, words, 2, meaning));
        assertThat(Fusion.score(parts)).isCloseTo(weight * words + (1 - weight) * meaning, within(1e-12))
                .isBetween(Math.min(words, meaning) - 1e-12, Math.max(words, meaning) + 1e-12);
    }

    @Property
    void moreEvidenceNeverLowersAScore(@ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @DoubleRange(min = 0, max = 1) double words, @ForAll @DoubleRange(min = 0, max = 1) double meaning,
            @ForAll @DoubleRange(min = 0, max = 0.5) double more) {
        WeightedSum fusion = new WeightedSum(weight);
        assertThat(Fusion.score(fusion.parts(evidence(1, words + more, 2, meaning))))
                .isGreaterThanOrEqualTo(Fusion.score(fusion.parts(evidence(1, words, 2, meaning))));
    }

    @Property
    void theLessWordsCoverTheLessTheyWeigh(@ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @DoubleRange(min = 0, max = 1) double coverage) {
        double covering = new WeightedSum(weight).covering(coverage).lexicalWeight();
        assertThat(covering).isBetween(0.0, weight + 1e-12);
        assertThat(new WeightedSum(weight).covering(1).lexicalWeight()).isCloseTo(weight, within(1e-12));
    }

    @Test
    void oneKindOfEvidenceAloneStaysAlone() {
        assertThat(new WeightedSum(1).covering(0)).isEqualTo(new WeightedSum(1));
        assertThat(new WeightedSum(1).covering(0.2)).isEqualTo(new WeightedSum(1));
        assertThat(new WeightedSum(0).covering(0.2)).isEqualTo(new WeightedSum(0));
        assertThat(new WeightedSum(0.5).covering(0)).isEqualTo(new WeightedSum(0));
    }

    @Test
    void aPoolFollowsWhoeverIsSure() {
        Softmax sure = Softmax.of(List.of(0.9, 0.3, 0.3), -1, 0, 0.09);
        Softmax unsure = Softmax.of(List.of(9.0, 8.9, 8.8), 0, 0, 1.5);
        double first = pooled(0.5, unsure.share(8.8), sure.share(0.9));
        double second = pooled(0.5, unsure.share(9.0), sure.share(0.3));
        assertThat(first).isGreaterThan(second);
        assertThat(sure.share(0.9)).isGreaterThan(0.99);
    }

    private static double pooled(double weight, double words, double meaning) {
        return Fusion.score(new OpinionPool(weight)
                .parts(believed(words, meaning, 1)));
    }

    @Property
    void whatWordsBelieveCountsAsFarAsMeaningFindsItLikely(@ForAll @DoubleRange(min = 0, max = 1) double weight,
            @ForAll @DoubleRange(min = 0, max = 1) double words, @ForAll @DoubleRange(min = 0, max = 1) double meaning,
            @ForAll @DoubleRange(min = 0, max = 1) double likelihood) {
        OpinionPool pool = new OpinionPool(weight);
        double tempered = pool.share(believed(words, meaning, likelihood));
        assertThat(tempered).isCloseTo(
                weight * words * Math.pow(likelihood, 1 - weight) + (1 - weight) * meaning, within(1e-12));
        assertThat(tempered).isLessThanOrEqualTo(pool.share(believed(words, meaning, 1)));
    }

    @Test
    void wordsAloneAreNotTempered() {
        assertThat(new OpinionPool(1).share(believed(0.7, 0, 0.001))).isEqualTo(0.7);
        assertThat(new OpinionPool(0.5).share(believed(0.7, 0, 1).subList(0, 1))).isEqualTo(0.35);
    }

    @Test
    void meaningIsNotTemperedByWords() {
        List<Evidence> unlikelyByWords = List.of(new Evidence("lexical", 9, 0, 0, 0, 1e-9),
                new Evidence("dense", 1, 0.8, 0.9, 0.6, 1));
        assertThat(new OpinionPool(0.5).share(unlikelyByWords)).isCloseTo(0.3, within(1e-12));
    }

    private static List<Evidence> believed(double words, double meaning, double likelihood) {
        return List.of(new Evidence("lexical", 1, 5, 0.5, words, 1),
                new Evidence("dense", 1, 0, 0.5, meaning, likelihood));
    }

    @Property
    void sharesAddUpToOneAndKeepTheOrder(
            @ForAll @Size(min = 1, max = 100) List<@DoubleRange(min = 0, max = 30) Double> scores,
            @ForAll @DoubleRange(min = 0.01, max = 5) double scale) {
        List<Double> sorted = scores.stream().sorted(Comparator.reverseOrder()).toList();
        Softmax softmax = Softmax.of(sorted, 0, 0, scale);
        assertThat(sorted.stream().mapToDouble(softmax::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(sorted.stream().map(softmax::share).toList()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property
    void likelihoodsAreSharesBesideTheBest(@ForAll @DoubleRange(min = -1, max = 1) double best,
            @ForAll @DoubleRange(min = 0, max = 2) double less) {
        Softmax softmax = Softmax.of(List.of(best, best - less), -1, 0, 0.5);
        assertThat(softmax.likelihood(best)).isEqualTo(1);
        assertThat(softmax.likelihood(best - less))
                .isCloseTo(softmax.share(best - less) / softmax.share(best), within(1e-9));
        assertThat(Softmax.of(List.of(), 0, 5, 0).likelihood(0)).isEqualTo(1);
    }

    @Property
    void entriesWithoutEvidenceThinOutTheShares(@ForAll @IntRange(min = 0, max = 500) int others) {
        double share = Softmax.of(List.of(2.0), 0, others, 1).share(2);
        assertThat(share).isCloseTo(1 / (1 + Math.min(99, others) * Math.exp(-2)), within(1e-12));
    }

    @Test
    void whereNothingCanBeToldApartNothingIsShared() {
        assertThat(Softmax.of(List.of(), 0, 5, 0).share(0)).isZero();
    }

    @Property
    void reciprocalRanksDependOnRanksAlone(@ForAll @IntRange(min = 1, max = 1000) int a,
            @ForAll @IntRange(min = 1, max = 1000) int b) {
        assertThat(Fusion.score(new ReciprocalRank(60).parts(evidence(a, 0.9, b, 0.1))))
                .isEqualTo(1.0 / (60 + a) + 1.0 / (60 + b));
    }

    @Test
    void noEvidenceEarnsNoReciprocalRank() {
        assertThat(Fusion.score(new ReciprocalRank(60).parts(evidence(28, 0, 1, 0.5)))).isEqualTo(1.0 / 61);
    }

    @Test
    void aWeightBeyondOneIsRefused() {
        assertThatThrownBy(() -> new WeightedSum(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeightedSum(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Evidence> evidence(int wordRank, double words, int meaningRank, double meaning) {
        return List.of(new Evidence("lexical", wordRank, words * 20, words, words / 2, words),
                new Evidence("dense", meaningRank, meaning * 2 - 1, meaning, meaning / 2, meaning));
    }
}
