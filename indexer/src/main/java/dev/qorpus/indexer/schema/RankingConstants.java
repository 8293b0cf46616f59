package dev.qorpus.indexer.schema;

/**
 * The constants of ranking, each with its unit, its source and the measurement that chose it. Those of indexing are fixed
 * when an index is made; changing one of them means a new {@link IndexSchema#VERSION}.
 *
 * <p>"The four collections" are SciFact, the course FAQ, the forum threads and the seed; "the twenty" are these, what was
 * made of them, and other authors' questions. The tables are in {@code docs/measurements}, the reasons in
 * {@code docs/adr}.
 */
public final class RankingConstants {

    // Indexing: passages and BM25.

    /**
     * The most words of a passage, each embedded with its question before it. Measured on three collections: 120 words lose
     * .001 to .007 nDCG@10, whole answers .015 to .031.
     */
    public static final int PASSAGE_WORDS = 60;

    /**
     * BM25's term frequency saturation, without a unit (Robertson and Zaragoza 2009). Measured from 1.2 to 2.5 on the four
     * collections.
     */
    public static final float BM25_K1 = 1.2f;

    /** BM25's length normalisation, from 0 to 1. Measured at 0.75 and 0.9 on the four collections: +.001 on average. */
    public static final float BM25_B = 0.9f;

    /**
     * How often the words of a question count, where those of its answer count once: BM25F in one field (Robertson,
     * Zaragoza and Taylor 2004). Measured from once to four times on the four collections; more gains on threads and loses
     * in hybrid mode on the course FAQ.
     */
    public static final int QUESTION_COUNT = 2;

    // Retrieving: how many candidates are looked at.

    /**
     * The most candidates of each retriever that are fused, unless more hits are asked for. A bound of time: the first
     * hundred decide.
     */
    public static final int DEPTH = 300;

    /** Candidates of each retriever for each hit that is shown. What is far down in both lists is not among the first fused. */
    public static final int CANDIDATES_PER_HIT = 10;

    // Fusing: the linear opinion pool.

    /**
     * The share of words in the pool, from 0 to 1. Measured on the twenty: the mean moves by no more than .001 from 0.45 to
     * 0.55.
     */
    public static final double LEXICAL_WEIGHT = 0.5;

    /**
     * The softmax scale of BM25, in BM25's units for a question whose terms' idf add up to 1; it grows with the root of that
     * sum. Measured on the four collections: any from 0.25 to 0.35 is about as good.
     */
    public static final double LEXICAL_SCALE = 0.3;

    /**
     * The softmax scale of cosines, in cosines of the default model; those of other models are scaled by their spread.
     * Measured on the four collections: any from 0.07 to 0.12 is about as good.
     */
    public static final double DENSE_SCALE = 0.09;

    /** How many entries compete in a softmax; those behind have too small a share to matter. */
    public static final int COMPETING = 100;

    /**
     * The weight of the bounded scores in the pool, from 0 to 1: they order entries that have hardly any share. Not measured: small enough
     * not to change the order of the others.
     */
    public static final double ABSOLUTE_WEIGHT = 0.02;

    /**
     * The share of words in the pool for a question in a language that the model does not know, from 0 to 1. Measured on
     * XQuAD in German, Russian and Chinese with an English model: hybrid is there at least as good as words alone. Other
     * values were not measured.
     */
    public static final double LEXICAL_WEIGHT_UNKNOWN_LANGUAGE = 0.8;

    /**
     * How much a section of prose counts beside a question that is as near, from 0 to 1. Measured on the seed beside 282
     * sections of this project's documents, and on collections of which half was called sections: less gains little on
     * the first and loses more on the second.
     */
    public static final double SECTION_PRIOR = 0.3;

    // Late interaction: the third member of the pool.

    /**
     * How many of the first candidates are compared token by token. Measured on five collections: 30 lose .001 on average, all
     * of it on SciFact.
     */
    public static final int LATE_CANDIDATES = 50;

    /**
     * The share of late interaction in the pool for a long question, from 0 to 1. Measured on five collections from 0.33 to
     * 0.6.
     */
    public static final double LATE_WEIGHT = 0.5;

    /** The tokens of a question from which on it is long; a shorter one gives late interaction a part of the share. */
    public static final int LATE_TOKENS = 14;

    /** The softmax scale of late scores, in cosines of the default model's tokens. Measured from 0.03 to 0.09. */
    public static final double LATE_SCALE = 0.05;

    /**
     * The power of the dense likelihood with which a late share is multiplied. Measured from 0 to 0.5: less gains on the course
     * FAQ and loses on SciFact and the threads.
     */
    public static final double LATE_HOLD = 0.35;

    /** The weight of a token that is in no content word, beside the inverse document frequency of the others. */
    public static final double LATE_STOP_WORD = 0.2;

    // A cross-encoder: a further member of the pool.

    /**
     * The share of a cross-encoder in the pool, from 0 to 1. Not measured, since no real one is at hand where these constants
     * are. It distributes only what the others give to the entries that it reads.
     */
    public static final double RERANK_WEIGHT = 0.5;

    /** A question is read by a cross-encoder if it is in a language that the model knows with this probability. */
    public static final double RERANK_TRUST = 0.5;

    // Fusing: the other ways.

    /**
     * The share of words in a weighted sum of bounded scores, from 0 to 1. Measured on the four collections.
     */
    public static final double LEXICAL_WEIGHT_IN_SUM = 0.35;

    /** The rank that damps reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), as published. */
    public static final int RECIPROCAL_RANK_K = 60;

    // Calibrating: confidence as a logistic function. './qorpus bench confidence' fits it again.

    /** The logit of an entry with even odds and a cosine of 0. Fitted on ten collections of equal weight. */
    public static final double CONFIDENCE_INTERCEPT = 0.66;

    /** What the log-odds of the first entry's share add to the logit. Fitted with the intercept. */
    public static final double CONFIDENCE_LOG_ODDS = 1.22;

    /** What the first entry's cosine, in terms of the default model's, adds to the logit. Fitted with the intercept. */
    public static final double CONFIDENCE_COSINE = 3.07;

    /**
     * What the weight of late interaction in the pool adds to the logit: with it the same evidence gives the first entry a
     * larger share. Fitted on five collections, as the difference of the fits with and without it.
     */
    public static final double CONFIDENCE_LATE = -1;

    /** The cosine that stands for one that is not known: the function is then what a fit gives for words alone. */
    public static final double UNKNOWN_COSINE = 0.29;

    /** The logit of words alone with even odds, where the first entry has all words. Fitted on six collections. */
    public static final double WORDS_INTERCEPT = 1.85;

    /** What the log-odds of the first entry's share add to the logit of words alone. Fitted with the intercept. */
    public static final double WORDS_LOG_ODDS = 0.51;

    /** What the same add as far as the first entry has the words of the question. Fitted with the intercept. */
    public static final double WORDS_COVERED_LOG_ODDS = 0.85;

    /** What the share of missing words adds to the logit of words alone. Fitted with the intercept. */
    public static final double WORDS_MISSING = -2.7;

    /** With words alone, log-odds beyond this say no more: often one entry is the only one with some common word. */
    public static final double WORDS_MOST_LOG_ODDS = 2;

    /**
     * The factor of confidence for each word instead of which the first entry has another one: a version, a number, a name, or
     * the neighbour of a word that the index lacks. Chosen so that a sure answer becomes an unlikely one.
     */
    public static final double CONFLICT = 0.2;

    /** The factor of confidence for each mistyped word that was replaced. Few are replaced wrongly. */
    public static final double REPLACED = 0.95;

    /** Odds beyond one to a thousand say no more than these: shares are bounded by it on both sides. */
    public static final double LEAST_SHARE = 1e-3;

    /**
     * The confidence from which on an entry is said to answer. Measured on the seed: 74 % of its unanswerable questions are
     * refused, 15 % of the others wrongly.
     */
    public static final double ANSWERED = 0.25;

    // Cutting: where the list of hits ends. './qorpus bench cut' fits the shares again.

    /**
     * The share from which on a hit is likely right, from 0 to 1. Fitted on eight collections: the least share with which
     * four in five likely hits are relevant in hybrid mode, rounded.
     */
    public static final double LIKELY_SHARE = 0.1;

    /**
     * The share from which on a hit is related, from 0 to 1. Fitted on the same: the greatest share with which seventeen in
     * twenty relevant entries are likely or related in hybrid mode, rounded.
     */
    public static final double RELATED_SHARE = 0.02;

    private RankingConstants() {}
}
