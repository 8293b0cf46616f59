package dev.qorpus.models.djl;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextBatchesTest {

    @Test
    void everyTextIsInOneBatch() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int[] lengths = random.ints(random.nextInt(300), 0, 300).toArray();
            List<int[]> batches = TextBatches.of(lengths, random.nextBoolean(), 1 + random.nextInt(8));
            assertEquals(IntStream.range(0, lengths.length).boxed().toList(),
                    batches.stream().flatMapToInt(Arrays::stream).sorted().boxed().toList());
        }
    }

    @Test
    void textsOfNearlyOneLengthAreJoinedTheLongestFirst() {
        assertEquals(List.of(List.of(2), List.of(0, 3, 5), List.of(1, 4)),
                places(TextBatches.of(new int[]{20, 10, 200, 19, 9, 18}, true, 1)));
    }

    @Test
    void fewTextsAreForAllThreads() {
        assertEquals(4, TextBatches.of(new int[]{12, 12, 12, 12}, true, 2).size());
        assertEquals(4, TextBatches.of(IntStream.generate(() -> 12).limit(40).toArray(), true, 2).size());
    }

    @Test
    void aBatchHasFewTokensAndLittlePadding() {
        int[] lengths = new Random(7).ints(1000, 1, 256).toArray();
        for (int[] batch : TextBatches.of(lengths, true, 2)) {
            int longest = lengths[batch[0]];
            assertTrue(batch.length == 1 || batch.length * longest <= 192);
            assertTrue(Arrays.stream(batch).allMatch(i -> lengths[i] >= 0.9 * longest));
        }
    }

    @Test
    void aQuestionJoinsThoseOfNearlyItsLength() {
        List<TokenizedText> batch = List.of(text(10), text(11));
        assertTrue(TextBatches.joins(batch, text(10)));
        assertFalse(TextBatches.joins(batch, text(12)));
        assertFalse(TextBatches.joins(List.of(text(80), text(80)), text(80)));
        assertTrue(TextBatches.joins(List.of(text(80)), text(80)));
    }

    private static TokenizedText text(int length) {
        return TokenizedText.of(new long[length], 0);
    }

    private static List<List<Integer>> places(List<int[]> batches) {
        return batches.stream().map(batch -> Arrays.stream(batch).boxed().toList()).toList();
    }
}
