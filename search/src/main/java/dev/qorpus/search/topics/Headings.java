package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The headings and titles above entries. An author has named a topic whose entries are mostly below one heading. */
final class Headings {

    /** The harmonic mean of precision and recall from which on a heading names a topic. */
    private static final double NAMES = 0.7;
    private static final int MOST_WORDS = 5;
    private static final Set<String> SMALL = Set.of("the", "a", "an", "of", "for", "in", "on", "and", "to", "about",
            "with", "most", "top", "your", "my", "our", "all", "faq", "faqs", "interview", "question", "questions",
            "answer", "answers", "chapter", "section", "part", "common", "basic", "important", "frequently", "asked");
    /** What an author adds after the subject. */
    private static final Pattern ADDED = Pattern.compile("\\s[-–—|]\\s.*");

    private static final Pattern HTML_NAME = Pattern.compile("&#?\\w{1,10};");

    /** The rows below each heading, in lower case, and how it is written first. */
    private final Map<String, List<Integer>> rows = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();

    /** Adds the headings of an entry. */
    void add(int row, Entry entry) {
        Set<String> names = new LinkedHashSet<>();
        // A title that was made of the path of a file is a name for machines.
        if (!letters(entry.file()).contains(letters(entry.title())) || !entry.title().contains(" ")) {
            names.add(bare(entry.title()));
        }
        entry.section().forEach(heading -> names.add(bare(heading)));
        names.stream().filter(name -> name.length() > 1 && !GenericWords.contains("", name))
                .forEach(name -> add(row, name));
    }

    private void add(int row, String name) {
        String key = name.toLowerCase(Locale.ROOT);
        List<Integer> below = rows.computeIfAbsent(key, any -> new ArrayList<>());
        if (below.isEmpty() || below.getLast() != row) {
            below.add(row);
        }
        // Better as a heading than as the name of a file, which has no capitals.
        written.merge(key, name, (one, other) -> one.equals(key) ? other : one);
    }

    /**
     * The heading that names a group of rows, if one does.
     *
     * @param groups the group of each row
     * @param size of the group
     */
    Optional<String> of(int[] groups, int group, int size) {
        record Fit(String name, double measure) {}
        return rows.entrySet().stream()
                .map(heading -> new Fit(heading.getKey(),
                        2.0 * heading.getValue().stream().filter(row -> groups[row] == group).count()
                                / (heading.getValue().size() + size)))
                .filter(fit -> fit.measure() >= NAMES)
                .max(Comparator.comparingDouble(Fit::measure).thenComparing(Fit::name, Comparator.reverseOrder()))
                .map(fit -> written.getOrDefault(fit.name(), fit.name()));
    }

    /** A heading without numbers, signs and general words at its ends: "React" of "50 React Interview Questions". */
    private static String bare(String heading) {
        String text = HTML_NAME.matcher(heading).replaceAll(" ").strip();
        List<String> words = Arrays.asList(ADDED.matcher(text).replaceFirst("").split("\\s+", -1));
        int from = 0;
        int to = words.size();
        while (from < to && isGeneral(words.get(from))) {
            from++;
        }
        while (to > from && isGeneral(words.get(to - 1))) {
            to--;
        }
        return to - from > MOST_WORDS
                ? ""
                : String.join(" ", words.subList(from, to)).replaceAll("[\\p{Po}&&[^.]]+$", "");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isGeneral(String word) {
        String letters = word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}+#]+$", "");
        return letters.codePoints().noneMatch(Character::isLetter)
                || SMALL.contains(letters.toLowerCase(Locale.ROOT));
    }
}
