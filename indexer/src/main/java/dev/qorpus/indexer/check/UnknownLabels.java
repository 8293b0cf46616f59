package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;

/**
 * Finds a value of a label that occurs once, while the other entries use a small set of values. It is a typo ("Basci" beside
 * many "Basic"), or an outlier among a few frequent values. Labels with many different values, such as tags, dates and
 * addresses, are not checked.
 */
final class UnknownLabels implements EntryCheck {

    /** The highest number of values in a small set. */
    private static final int MOST_VALUES = 20;
    /** A value that occurs at least this often belongs to the set. */
    private static final int FREQUENT = 3;
    /** An outlier is reported only if the values of the set occur this often on average. */
    private static final int ESTABLISHED = 20;
    /** A word with at most this many letters may have one typo, and a longer word two. */
    private static final int SHORT = 5;

    /** A value of a label. */
    private static final class Value {
        final String text;
        final Place first;
        int count = 1;

        Value(String text, Place first) {
            this.text = text;
            this.first = first;
        }
    }

    private final Map<String, Map<String, Value>> labels = new TreeMap<>();

    @Override
    public void entry(Entry entry) {
        entry.labels().forEach((label, values) -> {
            Map<String, Value> known = labels.computeIfAbsent(label, name -> new TreeMap<>());
            for (String value : values) {
                Value found = known.get(value);
                if (found != null) {
                    found.count++;
                } else if (known.size() <= MOST_VALUES) {
                    known.put(value, new Value(value, Place.of(entry)));
                }
            }
        });
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        labels.forEach((label, values) -> {
            if (values.size() <= MOST_VALUES) {
                findings.addAll(of(label, List.copyOf(values.values())));
            }
        });
        return findings;
    }

    private static List<Finding> of(String label, List<Value> values) {
        List<Value> frequent = values.stream().filter(value -> value.count >= FREQUENT)
                .sorted(Comparator.comparingInt(value -> -value.count)).toList();
        List<Value> once = values.stream().filter(value -> value.count == 1).toList();
        List<Finding> findings = new ArrayList<>();
        for (Value value : once) {
            Optional<Value> meant = frequent.stream().filter(other -> isTypoOf(value.text, other.text)).findFirst();
            if (meant.isPresent()) {
                findings.add(finding(label, value, "; did you mean '" + meant.get().text + "', which occurs "
                        + meant.get().count + " times?"));
            } else if (isOutlier(once, frequent, values)) {
                findings.add(finding(label, value, ", but all other values are " + frequent.stream()
                        .map(other -> "'" + other.text + "' (" + other.count + ")").collect(Collectors.joining(", "))));
            }
        }
        return findings;
    }

    private static boolean isOutlier(List<Value> once, List<Value> frequent, List<Value> all) {
        int uses = frequent.stream().mapToInt(value -> value.count).sum();
        return once.size() == 1 && frequent.size() + 1 == all.size() && frequent.size() >= 2
                && uses >= ESTABLISHED * frequent.size();
    }

    /** Whether a text is a typo of another. Digits must be equal: "3.1" is no typo of "3.2". */
    private static boolean isTypoOf(String text, String other) {
        String one = text.strip().toLowerCase(Locale.ROOT);
        String two = other.strip().toLowerCase(Locale.ROOT);
        if (!one.replaceAll("\\P{N}", "").equals(two.replaceAll("\\P{N}", ""))) {
            return false;
        }
        int shorter = Math.min(one.length(), two.length());
        int typos = shorter < 4 ? 0 : shorter <= SHORT ? 1 : 2;
        return EditDistance.between(one, two) <= typos;
    }

    private static Finding finding(String label, Value value, String rest) {
        return Finding.of(Finding.Rule.UNKNOWN_LABEL, value.first,
                label + " '" + value.text + "' occurs once" + rest, List.of());
    }
}
