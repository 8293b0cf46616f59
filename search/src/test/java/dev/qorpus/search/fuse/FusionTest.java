package dev.qorpus.search.fuse;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.instancio.Instancio;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;
import dev.qorpus.search.retrieve.RetrieverKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.instancio.Select.allDoubles;
import static org.instancio.Select.allInts;
import static org.instancio.Select.field;

class FusionTest {

    private static final int TRIES = 1_000;
    private static final long SEED = 20261129;

    /** Numbers from 0 to 1, of which a property uses what it needs. */
    record Shares(double weight, double words, double meaning, double more) {}

    private static Property<Shares> forAllShares() {
        return Property.of(Instancio.of(Shares.class).supply(allDoubles(), Numbers.between(0.0, 1.0)));
    }

    @Test
    void aWeightedSumStaysWithinItsPartsAndAddsUp() {
        forAllShares().holds(TRIES, SEED, shares -> {
            double weight = shares.weight();
            double words = shares.words();
            double meaning = shares.meaning();
            List<ScorePart> parts = WeightedSum.of(weight).parts(evidence(1, words, 2, meaning));
            assertThat(Fusion.score(parts)).isCloseTo(weight * words + (1 - weight) * meaning, within(1e-12))
                    .isBetween(Math.min(words, meaning) - 1e-12, Math.max(words, meaning) + 1e-12);
        });
    }

    @Test
    void moreEvidenceNeverLowersAScore() {
        forAllShares().holds(TRIES, SEED, shares -> {
            WeightedSum fusion = WeightedSum.of(shares.weight());
            assertThat(Fusion.score(fusion.parts(evidence(1, shares.words() + shares.more() / 2, 2, shares.meaning()))))
                    .isGreaterThanOrEqualTo(
                            Fusion.score(fusion.parts(evidence(1, shares.words(), 2, shares.meaning()))));
        });
    }

    @Test
    void theLessWordsCoverTheLessTheyWeigh() {
        forAllShares().holds(TRIES, SEED, shares -> {
            double weight = shares.weight();
            double covering = lexicalWeight(weight, shares.words());
            assertThat(covering).isBetween(0.0, weight + 1e-12);
            assertThat(lexicalWeight(weight, 1)).isCloseTo(weight, within(1e-12));
        });
    }

    @Test
    void oneKindOfEvidenceAloneStaysAlone() {
        assertThat(lexicalWeight(1, 0)).isEqualTo(1);
        assertThat(lexicalWeight(1, 0.2)).isEqualTo(1);
        assertThat(lexicalWeight(0, 0.2)).isZero();
        assertThat(lexicalWeight(0.5, 0)).isZero();
    }

    /** What words weigh where they can compare a part of the question; the weights add up to 1. */
    private static double lexicalWeight(double weight, double coverage) {
        List<ScorePart> parts = WeightedSum.of(weight).parts(List.of(
                new RetrieverScore(RetrieverKind.LEXICAL, 1, 5, 0.5, 0.5, 1, 1, coverage),
                meaning(1, 0.5, 0.5, 0.5, 1)));
        assertThat(parts.stream().mapToDouble(ScorePart::weight).sum()).isCloseTo(1, within(1e-12));
        return parts.getFirst().weight();
    }

    private static RetrieverScore words(int rank, double raw, double normalised, double share, double likelihood) {
        return new RetrieverScore(RetrieverKind.LEXICAL, rank, raw, normalised, share, likelihood, 1, 1);
    }

    private static RetrieverScore meaning(int rank, double raw, double normalised, double share, double likelihood) {
        return new RetrieverScore(RetrieverKind.DENSE, rank, raw, normalised, share, likelihood, 1, 1);
    }

    @Test
    void aPoolFollowsWhoeverIsSure() {
        Softmax sure = softmax(List.of(0.9, 0.3, 0.3), -1, 0, 0.09);
        Softmax unsure = softmax(List.of(9.0, 8.9, 8.8), 0, 0, 1.5);
        double first = pooled(0.5, unsure.share(8.8, 1), sure.share(0.9, 1));
        double second = pooled(0.5, unsure.share(9.0, 1), sure.share(0.3, 1));
        assertThat(first).isGreaterThan(second);
        assertThat(sure.share(0.9, 1)).isGreaterThan(0.99);
    }

    /** With entries that all count the same. */
    private static Softmax softmax(List<Double> best, double minimum, int others, double scale) {
        return Softmax.of(best, Collections.nCopies(best.size(), 1.0), minimum, others, scale);
    }

    private static double pooled(double weight, double words, double meaning) {
        return Fusion.score(OpinionPool.of(weight)
                .parts(believed(words, meaning, 1)));
    }

    @Test
    void whatWordsBelieveCountsAsFarAsMeaningFindsItLikely() {
        forAllShares().holds(TRIES, SEED, shares -> {
            double weight = shares.weight();
            double words = shares.words();
            double meaning = shares.meaning();
            double likelihood = shares.more();
            OpinionPool pool = OpinionPool.of(weight);
            double tempered = pool.share(believed(words, meaning, likelihood));
            assertThat(tempered).isCloseTo(
                    weight * words * Math.pow(likelihood, 1 - weight) + (1 - weight) * meaning, within(1e-12));
            assertThat(tempered).isLessThanOrEqualTo(pool.share(believed(words, meaning, 1)));
        });
    }

    @Test
    void wordsAloneAreNotTempered() {
        assertThat(OpinionPool.of(1).share(believed(0.7, 0, 0.001))).isEqualTo(0.7);
        assertThat(OpinionPool.of(0.5).share(believed(0.7, 0, 1).subList(0, 1))).isEqualTo(0.35);
    }

    @Test
    void meaningIsNotTemperedByWords() {
        List<RetrieverScore> unlikelyByWords = List.of(words(9, 0, 0, 0, 1e-9),
                meaning(1, 0.8, 0.9, 0.6, 1));
        assertThat(OpinionPool.of(0.5).share(unlikelyByWords)).isCloseTo(0.3, within(1e-12));
    }

    private static List<RetrieverScore> believed(double words, double meaning, double likelihood) {
        return List.of(words(1, 5, 0.5, words, 1),
                meaning(1, 0, 0.5, meaning, likelihood));
    }

    /** Scores of a list, and the scale they are read with. */
    record Scored(List<Double> scores, double scale) {

        Stream<Scored> fewer() {
            return Shrinking.list(scores).filter(fewer -> !fewer.isEmpty()).map(fewer -> new Scored(fewer, scale));
        }
    }

    @Test
    void sharesAddUpToOneAndKeepTheOrder() {
        Property.of(Instancio.of(Scored.class)
                .generate(field(Scored::scores), gen -> gen.collection().minSize(1).maxSize(100))
                .supply(allDoubles(), Numbers.between(0.0, 30.0))
                .supply(field(Scored::scale), Numbers.between(0.01, 5.0)))
                .shrunkBy(Scored::fewer)
                .holds(TRIES, SEED, scored -> assertShared(scored.scores(), scored.scale()));
    }

    private static void assertShared(List<Double> scores, double scale) {
        List<Double> sorted = scores.stream().sorted(Comparator.reverseOrder()).toList();
        Softmax softmax = softmax(sorted, 0, 0, scale);
        assertThat(sorted.stream().mapToDouble(score -> softmax.share(score, 1)).sum()).isCloseTo(1, within(1e-9));
        assertThat(sorted.stream().map(score -> softmax.share(score, 1)).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** Two scores and the prior of the entry with the first. */
    record Demoted(double first, double second, double prior) {}

    @Test
    void anEntryWithASmallerPriorLeavesItsShareToTheOthers() {
        Property.of(Instancio.of(Demoted.class).supply(allDoubles(), Numbers.between(0.01, 1.0))).holds(TRIES, SEED,
                demoted -> {
                    boolean ahead = demoted.first() >= demoted.second();
                    List<Double> sorted = ahead
                            ? List.of(demoted.first(), demoted.second())
                            : List.of(demoted.second(), demoted.first());
                    List<Double> priors = ahead ? List.of(demoted.prior(), 1.0) : List.of(1.0, demoted.prior());
                    Softmax softmax = Softmax.of(sorted, priors, 0, 0, 0.1);
                    double first = softmax.share(demoted.first(), demoted.prior());
                    double second = softmax.share(demoted.second(), 1);
                    assertThat(first + second).isCloseTo(1, within(1e-9));
                    assertThat(first / second).isCloseTo(
                            demoted.prior() * Math.exp((demoted.first() - demoted.second()) / 0.1),
                            withinPercentage(1e-6));
                });
    }

    @Test
    void aPriorThatAllEntriesHaveChangesNoShare() {
        List<Double> scores = List.of(0.9, 0.5, 0.1);
        Softmax few = Softmax.of(scores, Collections.nCopies(3, 0.2), -1, 0, 0.1);
        Softmax all = softmax(scores, -1, 0, 0.1);
        scores.forEach(score -> assertThat(few.share(score, 0.2)).isCloseTo(all.share(score, 1), within(1e-12)));
    }

    /** A best score, and how much less another is. */
    record Two(double best, double less) {}

    @Test
    void likelihoodsAreSharesBesideTheBest() {
        Property.of(Instancio.of(Two.class).supply(field(Two::best), Numbers.between(-1.0, 1.0))
                .supply(field(Two::less), Numbers.between(0.0, 2.0)))
                .holds(TRIES, SEED, two -> assertLikelihoods(two.best(), two.best() - two.less()));
        assertThat(softmax(List.of(), 0, 5, 0).likelihood(0)).isEqualTo(1);
    }

    private static void assertLikelihoods(double best, double other) {
        Softmax softmax = softmax(List.of(best, other), -1, 0, 0.5);
        assertThat(softmax.likelihood(best)).isEqualTo(1);
        assertThat(softmax.likelihood(other)).isCloseTo(softmax.share(other, 1) / softmax.share(best, 1), within(1e-9));
    }

    /** For all numbers of the range: there are few. */
    @Test
    void entriesWithoutEvidenceThinOutTheShares() {
        for (int others = 0; others <= 500; others++) {
            double share = softmax(List.of(2.0), 0, others, 1).share(2, 1);
            assertThat(share).as("%d others", others)
                    .isCloseTo(1 / (1 + Math.min(99, others) * Math.exp(-2)), within(1e-12));
        }
    }

    @Test
    void whereNothingCanBeToldApartNothingIsShared() {
        assertThat(softmax(List.of(), 0, 5, 0).share(0, 1)).isZero();
    }

    /** The ranks of one entry, by words and by meaning. */
    record Ranks(int words, int meaning) {}

    @Test
    void reciprocalRanksDependOnRanksAlone() {
        Property.of(Instancio.of(Ranks.class).supply(allInts(), Numbers.between(1, 1_000))).holds(TRIES, SEED,
                ranks -> assertThat(Fusion.score(
                        new ReciprocalRank(60).parts(evidence(ranks.words(), 0.9, ranks.meaning(), 0.1))))
                        .isEqualTo(1.0 / (60 + ranks.words()) + 1.0 / (60 + ranks.meaning())));
    }

    @Test
    void noEvidenceEarnsNoReciprocalRank() {
        assertThat(Fusion.score(new ReciprocalRank(60).parts(evidence(28, 0, 1, 0.5)))).isEqualTo(1.0 / 61);
    }

    @Test
    void aWeightBeyondOneIsRefused() {
        assertThatThrownBy(() -> WeightedSum.of(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightedSum.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<RetrieverScore> evidence(int wordRank, double words, int meaningRank, double meaning) {
        return List.of(words(wordRank, words * 20, words, words / 2, words),
                meaning(meaningRank, meaning * 2 - 1, meaning, meaning / 2, meaning));
    }
}
