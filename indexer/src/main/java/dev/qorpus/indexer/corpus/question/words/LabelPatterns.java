package dev.qorpus.indexer.corpus.question.words;

import java.util.regex.Pattern;

/** The lines of questions and answers that have labels. The labels may be emphasised, in brackets, and numbered. */
public final class LabelPatterns {

    private static final String EMPHASIS = "[*_]{0,3}";
    private static final String NUMBER = "[\\d０-９]{1,5}";
    /** The line of a question: {@code Q1. …}. Its groups are {@code word}, {@code number}, {@code mark}, {@code dash} and {@code text}. */
    public static final Pattern QUESTION_LINE = Pattern.compile(
            EMPHASIS + "[【\\[]?(?<word>" + LabelWords.QUESTION + "|[FPDVВ" + LabelWords.LETTERS + "])(?:"
                    + LabelWords.BEFORE_NUMBER + "(?<number>" + NUMBER + "(?:\\.\\d{1,4})?)[)\\]]?)?[ .]{0,2}"
                    + EMPHASIS + "(?:\\s*(?<mark>[】\\]][:：]?|[:：.)．、。])" + EMPHASIS
                    + "(?:\\s+|(?<=[：．、】。][*_]{0,3}))|\\s+(?<dash>[–—-])\\s+|(?<=\\d)\\s+|\\t\\s*)"
                    + EMPHASIS + "(?<text>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** The line of an answer, or a label of an answer alone. */
    public static final Pattern ANSWER_LINE = Pattern.compile(
            EMPHASIS + "[【\\[]?(?:" + LabelWords.ANSWER + "|[ARО])(?:" + LabelWords.ANSWER_NUMBER
                    + "(?: ?\\([\\p{L}\\p{N} ]{1,20}\\))?" + EMPHASIS + "\\s*(?:[】\\]][:：]?|[:：.)．、])" + EMPHASIS
                    + "(?:\\s.*|(?<=[：．、】][*_]{0,3}).*|\\z)"
                    + "|[ ._-]?[#№]?" + NUMBER + EMPHASIS + "(?:\\s+\\p{L}.*|\\s*)|" + LabelWords.ANSWER_NUMBER
                    + EMPHASIS
                    + "(?:\\s+[–—-]\\s+|\\t).*)"
                    + "|" + EMPHASIS + "(?:" + LabelWords.ANSWER + ")" + EMPHASIS,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** The answer to a question whose label is a letter of {@link LabelWords#LETTERS}. */
    public static final Pattern LETTER = Pattern.compile(EMPHASIS + "(?<letter>\\p{L})" + EMPHASIS + "\\s*[:：.)]"
            + EMPHASIS + "\\s+(?<text>\\S.*)");
    /** A label without a question: {@code Question #1}. The question is in the next paragraph. */
    public static final Pattern LABEL_ONLY = Pattern.compile(EMPHASIS + "[【\\[]?(?:" + LabelWords.QUESTION + ")"
            + LabelWords.BEFORE_NUMBER + "(?<number>" + NUMBER + ")[)\\]】]?" + EMPHASIS + "\\s*[:：.)]?" + EMPHASIS
            + "\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Where the answer begins in the line of its question: {@code Q: …? A: …}, {@code Q: …? => …}. */
    public static final Pattern ANSWER_IN_LINE = Pattern
            .compile("[?？.!]" + EMPHASIS + "\\s*(?:<br\\s*/?>|[|/→⇒–—]|[=-]>|>>)?\\s*(?<answer>"
                    + EMPHASIS + "(?:" + LabelWords.ANSWER + "|[ARО])" + LabelWords.ANSWER_NUMBER + EMPHASIS
                    + "\\s*(?:[:：]|(?<=\\d)\\.(?=[\\s*_])))"
                    + "|[?？](?:[*_]{1,3}\\s+|\\s*(?:[→⇒]|[=-]>|>>|::)\\s*)(?<behind>\\S)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A number in brackets, or a Chinese number, before a question. */
    public static final Pattern NUMBERED = Pattern.compile(
            EMPHASIS + "(?:\\((?<number>\\d{1,4})\\)|（(?<wide>\\d{1,4})）|(?<chinese>[一二三四五六七八九十百]{1,4})[、.．])\\s*(?<text>\\S.*)");

    private LabelPatterns() {}
}
