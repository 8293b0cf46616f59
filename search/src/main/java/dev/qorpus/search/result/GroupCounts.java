package dev.qorpus.search.result;

/**
 * How many hits are in each group, whatever part of the list is shown.
 *
 * @param likely right
 * @param related to the question
 * @param rest all others; entries that are not among the candidates count as one hit each
 */
public record GroupCounts(int likely, int related, int rest) {

    /** No hits. */
    public static final GroupCounts NONE = new GroupCounts(0, 0, 0);
}
