package dev.qorpus.search.browse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.QuestionCompletion;

/**
 * Completes what is being typed from the questions and headings of an index. Texts that start with the prefix come
 * first, then texts that contain it, both in the engine's order. If there are none, texts with most of its words
 * follow. If there are none of these either, one wrong letter is allowed.
 */
public final class Autocompleter {

    /** One letter says nothing yet. */
    private static final int FEWEST_LETTERS = 2;
    /** Looked at for each that is shown: the same question may stand in many entries. */
    private static final int DEPTH = 20;
    private static final int DEEPEST = 400;
    /** One heading per this many questions: most people look for a question. */
    private static final int HEADING_EVERY = 4;

    /** The tier of what has the words here and there. */
    private static final int SCATTERED = 2;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Backend backend;
    private @Nullable List<Text> headings;

    public Autocompleter(Backend backend) {
        this.backend = backend;
    }

    /** A word as it is compared, and where it stands. */
    private record Word(String bare, Span span) {}

    /** A text and its words. */
    private record Text(String text, List<Word> words, String bare) {

        static Text of(String text) {
            List<Word> words = new ArrayList<>();
            for (MatchResult match : WORD.matcher(text).results().toList()) {
                words.add(new Word(bare(match.group()), new Span(match.start(), match.end())));
            }
            return new Text(text, words, String.join(" ", words.stream().map(Word::bare).toList()));
        }

        private static String bare(String word) {
            return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("")
                    .toLowerCase(Locale.ROOT);
        }

        /** 0 if it begins with what was typed, 1 if it has it somewhere, or else {@link #SCATTERED}. */
        int tier(Text typed) {
            return bare.startsWith(typed.bare) ? 0 : (" " + bare).contains(" " + typed.bare) ? 1 : SCATTERED;
        }

        List<Span> highlights(Text typed) {
            String last = typed.words.getLast().bare();
            List<Span> spans = new ArrayList<>();
            for (Word word : words) {
                if (typed.words.stream().anyMatch(other -> other.bare().equals(word.bare()))) {
                    spans.add(word.span());
                } else if (word.bare().startsWith(last)) {
                    // What is marked is what was typed; accents may have made the word shorter or longer.
                    int end = Math.min(word.span().end(), word.span().start() + last.length());
                    spans.add(new Span(word.span().start(), end));
                }
            }
            return spans;
        }
    }

    /** A completion and how well it fits, the lower the better. */
    private record Ranked(Completion completion, int tier) {

        static Ranked of(Text text, String kind, @Nullable String id, Text typed) {
            return new Ranked(new Completion(text.text(), kind, id, text.highlights(typed)), text.tier(typed));
        }
    }

    public List<Completion> complete(String prefix, int k) {
        Text typed = Text.of(prefix);
        if (typed.bare().length() < FEWEST_LETTERS) {
            return List.of();
        }
        int depth = Math.max(k, Math.min(k * DEPTH, DEEPEST));
        List<Ranked> ranked = new ArrayList<>(headings(typed).stream().limit(1 + k / HEADING_EVERY).toList());
        List<QuestionCompletion> questions = backend.questionCompletions(prefix, false, depth);
        if (questions.isEmpty() && ranked.isEmpty()) {
            questions = backend.questionCompletions(prefix, true, depth);
        }
        questions.forEach(question -> ranked
                .add(Ranked.of(Text.of(question.question()), Completion.QUESTION, question.id().value(), typed)));
        ranked.sort(Comparator.comparingInt(Ranked::tier));
        boolean asTyped = !ranked.isEmpty() && ranked.getFirst().tier() < SCATTERED;
        return distinct(ranked.stream().filter(one -> one.tier() < SCATTERED || !asTyped).toList(), typed, k);
    }

    /** Read lazily: a query on the command line never needs it. */
    private synchronized List<Text> headings() {
        if (headings == null) {
            headings = backend.manifest().valuesOf(FilterFields.SECTION).keySet().stream().map(Text::of).toList();
        }
        return headings;
    }

    /** Headings that have every word typed, the last one perhaps only begun. */
    private List<Ranked> headings(Text typed) {
        Set<String> whole = new HashSet<>();
        typed.words().subList(0, typed.words().size() - 1).forEach(word -> whole.add(word.bare()));
        String last = typed.words().getLast().bare();
        return headings().stream()
                .filter(heading -> heading.words().stream().anyMatch(word -> word.bare().startsWith(last)))
                .filter(heading -> heading.words().stream().map(Word::bare).toList().containsAll(whole))
                .map(heading -> Ranked.of(heading, Completion.SECTION, null, typed))
                .sorted(Comparator.comparingInt(Ranked::tier)
                        .thenComparingInt(heading -> heading.completion().text().length()))
                .toList();
    }

    /** Each text once, and not what is typed already. */
    private static List<Completion> distinct(List<Ranked> ranked, Text typed, int k) {
        Set<String> seen = new HashSet<>(Set.of(typed.bare()));
        return ranked.stream().filter(one -> seen.add(Text.of(one.completion().text()).bare())).limit(k)
                .map(Ranked::completion).toList();
    }
}
