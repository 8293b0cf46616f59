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
 * Finds a label's value that occurs once where the other entries use a small set: a slip ("Basci" beside many
 * "Basic"), or a stranger among few that are used again and again. Labels with many different values, as tags, dates
 * and addresses have, are left alone.
 */
final class UnknownLabels implements EntryCheck {

    /** More different values are no small set. */
    private static final int MOST_VALUES = 20;
    /** So often a value must occur to be one of the set. */
    private static final int FREQUENT = 3;
    /** A stranger is only one where the set is well established. */
    private static final int ESTABLISHED = 20;
    /** A word of up to so many letters has room for one slip, a longer one for two. */
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
            Optional<Value> meant = frequent.stream().filter(other -> isSlipOf(value.text, other.text)).findFirst();
            if (meant.isPresent()) {
                findings.add(finding(label, value, "; is '" + meant.get().text + "' meant, which occurs "
                        + meant.get().count + " times?"));
            } else if (isStranger(once, frequent, values)) {
                findings.add(finding(label, value, ", while all others are " + frequent.stream()
                        .map(other -> "'" + other.text + "' (" + other.count + ")").collect(Collectors.joining(", "))));
            }
        }
        return findings;
    }

    private static boolean isStranger(List<Value> once, List<Value> frequent, List<Value> all) {
        int uses = frequent.stream().mapToInt(value -> value.count).sum();
        return once.size() == 1 && frequent.size() + 1 == all.size() && frequent.size() >= 2
                && uses >= ESTABLISHED * frequent.size();
    }

    /** Only in letters: "3.1" is no slip of "3.2", nor "A" of "B". */
    private static boolean isSlipOf(String text, String other) {
        String one = text.strip().toLowerCase(Locale.ROOT);
        String two = other.strip().toLowerCase(Locale.ROOT);
        if (!one.replaceAll("\\P{N}", "").equals(two.replaceAll("\\P{N}", ""))) {
            return false;
        }
        int shorter = Math.min(one.length(), two.length());
        int room = shorter < 4 ? 0 : shorter <= SHORT ? 1 : 2;
        return EditDistance.between(one, two) <= room;
    }

    private static Finding finding(String label, Value value, String rest) {
        return Finding.of(Finding.Rule.UNKNOWN_LABEL, value.first,
                label + " '" + value.text + "' occurs once" + rest, List.of());
    }
}
