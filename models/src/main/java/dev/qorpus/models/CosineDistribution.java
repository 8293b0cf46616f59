package dev.qorpus.models;

/**
 * The distribution of a model's cosines between unrelated texts. Models differ in it far more than in ranking: a cosine
 * of 0.7 is a good match for one model and noise for another.
 *
 * <p>Measured on three collections, between 150 questions and the first 60 words of 125 entries of each. The highest
 * tenth of each question's cosines was left out.
 *
 * @param mean the mean of these cosines
 * @param deviation their standard deviation
 */
public record CosineDistribution(double mean, double deviation) {

    /** The distribution of the default model. Scores are calibrated in its terms. */
    public static final CosineDistribution STANDARD = new CosineDistribution(0.06, 0.09);

    /** Converts a difference of cosines of {@link #STANDARD} to one of this distribution, in deviations. */
    public double scaled(double difference) {
        return difference * deviation / STANDARD.deviation;
    }

    /** Converts a cosine of this distribution to {@link #STANDARD}: it keeps its distance from the mean in deviations. */
    public double standardised(double cosine) {
        return STANDARD.mean + (cosine - mean) / deviation * STANDARD.deviation;
    }
}
