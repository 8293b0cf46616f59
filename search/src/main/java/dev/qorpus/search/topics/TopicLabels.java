package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels topics by their distinctive terms: class-based TF-IDF (Grootendorst 2022), in which a topic is one text,
 * over words and pairs of words.
 */
final class TopicLabels {

    /** Terms that are listed of a topic, and those of them that make its label. */
    private static final int LISTED = 8;
    private static final int IN_LABEL = 3;
    /** A pair replaces its words if it has at least this share of the rarer word's count. */
    private static final double SHARE_OF_PAIR = 0.5;

    private final List<TopicTerms> topics;
    private final Map<String, Integer> total = new HashMap<>();
    private final double mean;

    TopicLabels(List<TopicTerms> topics) {
        this.topics = topics;
        topics.forEach(terms -> terms.counts().forEach((term, count) -> total.merge(term, count, Integer::sum)));
        this.mean = total.values().stream().mapToDouble(Integer::doubleValue).sum() / Math.max(1, topics.size());
    }

    /** The most distinctive terms of each topic as they are written, the most distinctive first. */
    List<List<String>> terms() {
        return topics.stream().map(terms -> best(terms).stream().map(terms::form).toList()).toList();
    }

    /** Labels made of such terms; where two topics would have one label, the later takes further terms. */
    static List<String> of(List<List<String>> terms) {
        Set<String> taken = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (List<String> topic : terms) {
            int most = IN_LABEL;
            String label = String.join(", ", topic.subList(0, Math.min(most, topic.size())));
            while (taken.contains(label) && most < topic.size()) {
                most++;
                label = String.join(", ", topic.subList(0, most));
            }
            String named = label.isEmpty() ? "Entries" : label;
            for (int n = 2; taken.contains(named); n++) {
                named = (label.isEmpty() ? "Entries" : label) + " (" + n + ")";
            }
            taken.add(named);
            labels.add(named);
        }
        return labels;
    }

    private List<String> best(TopicTerms terms) {
        List<String> ranked = terms.counts().keySet().stream()
                .sorted(Comparator.comparingDouble((String term) -> -weight(terms, term))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(4L * LISTED).toList();
        List<String> chosen = new ArrayList<>();
        for (String term : ranked) {
            String better = pairFor(term, terms, ranked);
            if (chosen.size() < LISTED && chosen.stream().noneMatch(other -> overlap(other, better))) {
                chosen.add(better);
            }
        }
        return chosen;
    }

    /** The term itself, or a pair that it is mostly a part of here. */
    private static String pairFor(String term, TopicTerms terms, List<String> ranked) {
        return ranked.stream().filter(pair -> pair.indexOf(' ') > 0 && terms.entries(pair) > 1 && overlap(pair, term))
                .filter(pair -> count(terms, pair) >= SHARE_OF_PAIR * count(terms, term))
                .max(Comparator.comparingInt((String pair) -> count(terms, pair))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(term);
    }

    private static int count(TopicTerms terms, String term) {
        return terms.counts().getOrDefault(term, 0);
    }

    /** Whether they have a word or an ideograph in common. */
    private static boolean overlap(String one, String other) {
        if (one.codePoints().anyMatch(c -> Character.isIdeographic(c) && other.indexOf(c) >= 0)) {
            return true;
        }
        List<String> words = Arrays.asList(other.split(" ", -1));
        return Arrays.stream(one.split(" ", -1)).anyMatch(words::contains);
    }

    /** tf · log(1 + A / f): a term that a single entry has, however rare, names no topic of several. */
    private double weight(TopicTerms terms, String term) {
        int count = count(terms, term);
        double rarity = Math.log(1 + mean / total.getOrDefault(term, 1));
        return count * rarity * (terms.entries(term) > 1 ? 1 : 0.2);
    }
}
