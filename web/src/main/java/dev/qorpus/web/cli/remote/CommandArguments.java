package dev.qorpus.web.cli.remote;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of the program, as far as they decide whether a server answers them.
 *
 * @param words as typed, the command first
 */
public record CommandArguments(List<String> words) {

    private static final Set<String> COMMANDS = Set.of("ask", "related", "compare");
    /** What reads or writes files of the caller, names another model, or forbids it. */
    private static final List<String> OWN = List.of("--own", "--html", "--rerank");
    private static final String INDEX = "--index";

    /** Whether a server may answer them: they only read its index. */
    public boolean areAnswered() {
        return areOfIndex() && words.stream()
                .noneMatch(word -> word.equals("-") || OWN.stream().anyMatch(word::startsWith));
    }

    private boolean areOfIndex() {
        return !words.isEmpty() && COMMANDS.contains(words.getFirst());
    }

    /**
     * The address of the index that the command reads, before its arguments are checked; empty if it is none of these commands.
     *
     * @param otherwise what the environment names; null if it names none
     */
    public Optional<String> index(@Nullable String otherwise) {
        return areOfIndex() ? Optional.of(address(otherwise)) : Optional.empty();
    }

    private String address(@Nullable String otherwise) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(INDEX) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
            if (word.startsWith(INDEX + "=")) {
                return word.substring(INDEX.length() + 1);
            }
        }
        return otherwise == null ? ".qorpus" : otherwise;
    }
}
