package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Labels topics by their distinctive phrases: class-based TF-IDF (Grootendorst 2022), in which a topic is one text.
 */
final class TopicLabels {

    /** Phrases that are listed of a topic. */
    private static final int LISTED = 8;
    /** A longer phrase replaces one that it contains if it has at least this share of its count. */
    private static final double SHARE_OF_LONGER = 0.5;
    /** A phrase that only one entry has, however rare, names no topic of several. */
    private static final double OF_ONE_ENTRY = 0.1;
    /** A topic with less than this share of a phrase is not named by it, if it has others. */
    private static final double OWN = 0.4;
    private static final double SHARE_OF_ENTRIES = 0.12;
    private static final double LIKELY = 0.55;
    /** Several words say more than one. */
    private static final double SEVERAL_WORDS = 1.3;

    private final List<TopicTerms> topics;
    private final Map<String, Double> total = new HashMap<>();
    private final double mean;

    TopicLabels(List<TopicTerms> topics) {
        this.topics = topics;
        topics.forEach(terms -> terms.terms().forEach(term -> total.merge(term, terms.count(term), Double::sum)));
        this.mean = total.values().stream().mapToDouble(Double::doubleValue).sum() / Math.max(1, topics.size());
    }

    /** The most distinctive phrases of each topic as they are written, the most distinctive first. */
    List<List<String>> terms() {
        return topics.stream().map(terms -> best(terms).stream().map(terms::form).distinct().toList()).toList();
    }

    /** Those of the phrases that name each topic: the topic has a good part of all of their uses. */
    List<List<String>> names() {
        List<List<String>> names = new ArrayList<>();
        for (TopicTerms terms : topics) {
            List<String> best = best(terms);
            List<String> own = best.stream().filter(term -> terms.count(term) >= OWN * total.getOrDefault(term, 0.0))
                    .toList();
            List<String> phrases = own.isEmpty() ? best : own;
            names.add(withoutParts(phrases.stream()
                    .filter(term -> term.equals(phrases.getFirst()) || names(terms, term)).map(terms::form).toList()));
        }
        return names;
    }

    /** Whether a phrase says enough of a topic to stand beside another in its name. */
    private static boolean names(TopicTerms terms, String term) {
        return terms.entries(term) >= Math.max(2, SHARE_OF_ENTRIES * terms.size()) && terms.likely(term) >= LIKELY;
    }

    /** Leaves out phrases that are a part of another's word: "attention" beside "FlashAttention". */
    private static List<String> withoutParts(List<String> phrases) {
        List<String> kept = new ArrayList<>();
        for (String phrase : phrases) {
            String lower = phrase.toLowerCase(Locale.ROOT);
            if (kept.stream().map(other -> other.toLowerCase(Locale.ROOT))
                    .noneMatch(other -> other.contains(lower) || lower.contains(other))) {
                kept.add(phrase);
            }
        }
        return kept;
    }

    /**
     * Labels made of such phrases; where two topics would have one label, the later takes further phrases.
     *
     * @param fewest how many phrases a label has, if there are so many
     */
    static List<String> of(List<List<String>> terms, int fewest) {
        Set<String> taken = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (List<String> topic : terms) {
            int most = fewest;
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
        Map<String, Double> weights = terms.terms().stream()
                .collect(Collectors.toMap(term -> term, term -> weight(terms, term)));
        List<String> ranked = weights.keySet().stream()
                .sorted(Comparator.comparingDouble((String term) -> -weights.getOrDefault(term, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(8L * LISTED).toList();
        List<String> chosen = new ArrayList<>();
        for (String term : ranked) {
            String better = longer(longer(term, terms, ranked), terms, ranked);
            if (chosen.size() < LISTED && chosen.stream().noneMatch(other -> overlap(other, better))) {
                chosen.add(better);
            }
        }
        return chosen;
    }

    /** The phrase itself, or a longer one that it is mostly a part of here. */
    private static String longer(String term, TopicTerms terms, List<String> ranked) {
        return ranked.stream().filter(other -> other.length() > term.length() && terms.entries(other) > 1
                && terms.likely(other) >= LIKELY)
                .filter(other -> (" " + other + " ").contains(" " + term + " "))
                .filter(other -> terms.count(other) >= SHARE_OF_LONGER * terms.count(term))
                .max(Comparator.comparingDouble((String other) -> terms.count(other))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(term);
    }

    /** Whether they have a word or an ideograph in common. */
    private static boolean overlap(String one, String other) {
        if (one.codePoints().anyMatch(c -> Character.isIdeographic(c) && other.indexOf(c) >= 0)) {
            return true;
        }
        List<String> words = Arrays.asList(other.split(" ", -1));
        return Arrays.stream(one.split(" ", -1)).anyMatch(words::contains);
    }

    /** tf · log(1 + A / f), less for what may be no noun. */
    private double weight(TopicTerms terms, String term) {
        double count = terms.count(term);
        double rarity = Math.log(1 + mean / Math.max(total.getOrDefault(term, 1.0), 1e-9));
        boolean several = terms.entries(term) > 1 || terms.size() == 1;
        return count * rarity * terms.likely(term) * (term.indexOf(' ') > 0 ? SEVERAL_WORDS : 1)
                * (several ? 1 : OF_ONE_ENTRY);
    }
}
