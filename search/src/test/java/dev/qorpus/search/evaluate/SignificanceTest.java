package dev.qorpus.search.evaluate;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SignificanceTest {

    @Test
    void whereNothingDiffersChanceExplainsAll() {
        double[] same = {1, 0.5, 0, 1};
        Significance pair = Significance.of("a", same, "b", same);
        assertThat(pair.p()).isEqualTo(1);
        assertThat(pair.wins() + pair.losses()).isZero();
    }

    @Test
    void tenWinsOfTenAreSeldomChance() {
        double[] ones = new double[10];
        Arrays.fill(ones, 1);
        Significance pair = Significance.of("a", ones, "b", new double[10]);
        // Of the 2^10 signs two are as extreme.
        assertThat(pair.p()).isCloseTo(2 / 1024.0, within(0.0015));
        assertThat(pair.difference()).isEqualTo(1);
        assertThat(pair.wins()).isEqualTo(10);
    }

    @Test
    void twoWinsAndALossMayWellBeChance() {
        // Signs of 1, 1, -1: |sum| >= 1 always.
        assertThat(Significance.of("a", new double[]{1, 1, 0}, "b", new double[]{0, 0, 1}).p()).isEqualTo(1);
    }
}
