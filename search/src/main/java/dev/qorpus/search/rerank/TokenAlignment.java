package dev.qorpus.search.rerank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.models.vectors.TokenSpans;
import dev.qorpus.search.result.AlignedWord;

/**
 * Tells which words made an entry near by late interaction. A word may have several tokens; the one that is nearest to a
 * token of the entry stands for it. Partners are widened to whole words.
 *
 * @param late the comparison that ranked the entry
 * @param question the text that was asked
 * @param tokens where its tokens are
 * @param words the content words of the question
 */
public record TokenAlignment(LateInteraction late, String question, TokenSpans tokens, List<Word> words) {

    /**
     * The text that an entry was compared by.
     *
     * @param heading the question of the entry, before the line end that separates it from the passage; the whole text if
     *        there is no passage
     * @param text the embedded text
     * @param start where the passage begins in the answer
     */
    public record Compared(String heading, String text, int start) {}

    /**
     * The words of the question with their partners.
     *
     * @param compared the text
     * @param packed the vectors of its tokens
     * @param spans where its tokens are
     */
    public List<AlignedWord> with(Compared compared, byte[] packed, TokenSpans spans) {
        if (packed.length == 0 || late.axes().count(packed) != spans.size()) {
            return List.of();
        }
        TokenPair[] nearest = late.nearest(packed);
        double all = Arrays.stream(late.weights()).sum();
        List<AlignedWord> aligned = new ArrayList<>();
        for (Word word : words) {
            int best = -1;
            double weight = 0;
            for (int token = 0; token < nearest.length; token++) {
                if (tokens.overlaps(token, word.span().start(), word.span().end())) {
                    weight += late.weights()[token];
                    best = best < 0 || nearest[token].cosine() > nearest[best].cosine() ? token : best;
                }
            }
            if (best >= 0) {
                aligned.add(pair(word.span(), compared, spans, nearest[best], weight / all));
            }
        }
        return aligned;
    }

    private AlignedWord pair(Span asked, Compared compared, TokenSpans spans, TokenPair nearest, double weight) {
        String text = compared.text();
        int from = spans.starts()[nearest.token()];
        int to = spans.ends()[nearest.token()];
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        int answer = compared.heading().length() + 1;
        boolean inQuestion = from < answer;
        int shift = inQuestion ? 0 : compared.start() - answer;
        return new AlignedWord(question.substring(asked.start(), asked.end()), text.substring(from, to), inQuestion,
                asked, new Span(from + shift, to + shift), nearest.cosine(), weight);
    }
}
