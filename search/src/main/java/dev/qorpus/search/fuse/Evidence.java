package dev.qorpus.search.fuse;

/**
 * What one retriever says of one entry.
 *
 * @param name of the retriever: {@code lexical} or {@code dense}
 * @param rank from 1
 * @param raw the retriever's own score
 * @param normalised the same between 0 and 1, by the retriever's theoretical bounds
 * @param share of the retriever's belief, by {@link Softmax}, from 0 to 1
 * @param likelihood of the entry beside the retriever's best one, from 0 to 1
 */
public record Evidence(String name, int rank, double raw, double normalised, double share, double likelihood) {

    boolean isLexical() {
        return name.equals("lexical");
    }

    /** What it weighs, where words weigh so much and meaning the rest. */
    double weight(double lexicalWeight) {
        return isLexical() ? lexicalWeight : 1 - lexicalWeight;
    }
}
