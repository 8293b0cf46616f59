package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.qorpus.indexer.analysis.IndexedTerm;
import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.TextAnalysis.AskedWord;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.search.backend.lookup.QueryTerm;

/**
 * What the first hit of a question lacks of its words.
 *
 * @param named words that the index has nowhere, and numbers; in the order of the question
 * @param missing share of the question's words that it lacks, each weighing its inverse document frequency, from 0 to 1
 * @param doubtful share of the words beside which a neighbour was searched, likewise, but without question words
 * @param conflicts in how many places it has another word instead: another version, number or name
 */
public record WordMatch(List<String> named, double missing, double doubtful, int conflicts) {

    /** Of a question of which nothing is missing. */
    public static final WordMatch WHOLE = new WordMatch(List.of(), 0, 0, 0);

    private static final int MOST_NAMED = 5;
    /** Shorter numbers count things. */
    private static final int SHORTEST_NUMBER = 3;
    /** With fewer words beside a name, any question that shares them would seem the same. */
    private static final int FEWEST_OTHERS = 2;
    /** So many slips of the fingers make no other word. */
    private static final int SLIPS = 2;

    private static final Pattern DIGITS = Pattern.compile("\\p{N}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[._][\\p{L}\\p{M}\\p{N}]+)*");

    /**
     * Compares a question with an entry.
     *
     * @param question as it is searched
     * @param terms of the question, with what the index knows of them
     */
    public static WordMatch of(TextAnalysis analysis, CorrectedQuestion question, List<QueryTerm> terms, Entry entry) {
        Map<String, QueryTerm> known = new HashMap<>();
        terms.forEach(term -> known.put(term.term(), term));
        Set<String> own = termsOf(IndexSchema.tokens(entry));
        String text = question.text();
        Set<String> telling = analysis.contentWords(text).stream()
                .map(word -> text.substring(word.span().start(), word.span().end())).collect(Collectors.toSet());
        List<AskedWord> asked = analysis.askedWords(text);
        Set<String> beside = question.corrections().stream().filter(correction -> !correction.replaced())
                .map(Correction::from).collect(Collectors.toSet());
        List<AskedWord> lacking = new ArrayList<>();
        double all = 0;
        double missing = 0;
        double doubtful = 0;
        double tellingAll = 0;
        for (AskedWord word : asked) {
            double weight = weight(word, known);
            all += weight;
            tellingAll += telling.contains(word.text()) ? weight : 0;
            doubtful += beside.contains(word.text()) ? weight : 0;
            if (!word.isIn(own)) {
                missing += weight;
                if (hasNumber(word) || (isUnknown(word, known) && telling.contains(word.text()))) {
                    lacking.add(word);
                }
            }
        }
        int conflicts = (int) lacking.stream().filter(word -> hasOtherNumber(word.text(), entry)).count()
                + otherNames(analysis, asked, lacking.stream().filter(word -> !beside.contains(word.text())).toList(),
                        entry.question());
        return all == 0
                ? WHOLE
                : new WordMatch(lacking.stream().map(AskedWord::text).limit(MOST_NAMED).toList(), missing / all,
                        doubtful / Math.max(tellingAll, doubtful + Double.MIN_NORMAL), conflicts);
    }

    private static Set<String> termsOf(List<IndexedTerm> tokens) {
        return tokens.stream().map(IndexedTerm::term).collect(Collectors.toSet());
    }

    private static double weight(AskedWord word, Map<String, QueryTerm> known) {
        return word.forms().stream().map(known::get).filter(Objects::nonNull).mapToDouble(QueryTerm::ceiling).max()
                .orElse(0);
    }

    private static boolean isUnknown(AskedWord word, Map<String, QueryTerm> known) {
        return word.forms().stream().map(known::get).allMatch(term -> term == null || term.frequency() == 0);
    }

    private static boolean hasNumber(AskedWord word) {
        return DIGITS.matcher(word.text()).find();
    }

    /**
     * How many words stand in place of others, if the entry's question is the same for all else: how to print the version with
     * gcloud, and not with kubectl.
     */
    private static int otherNames(TextAnalysis analysis, List<AskedWord> asked, List<AskedWord> lacking,
            String question) {
        List<AskedWord> names = lacking.stream().filter(word -> !hasNumber(word)).toList();
        if (names.isEmpty() || asked.size() - names.size() < FEWEST_OTHERS) {
            return 0;
        }
        Set<String> words = termsOf(analysis.tokens(question));
        boolean same = asked.stream().allMatch(word -> names.contains(word) || word.isIn(words));
        Set<String> forms = asked.stream().flatMap(word -> word.forms().stream()).collect(Collectors.toSet());
        List<AskedWord> others = same
                ? analysis.askedWords(question).stream().filter(word -> !word.isIn(forms)).toList()
                : List.of();
        boolean mistyped = others.stream().anyMatch(other -> names.stream().anyMatch(name -> TypingErrors
                .explain(name.text().toLowerCase(Locale.ROOT), other.text().toLowerCase(Locale.ROOT), SLIPS)));
        return others.isEmpty() || others.size() > names.size() || mistyped ? 0 : names.size();
    }

    /** Whether an entry has the same word with another number in it, or another number as long. */
    private static boolean hasOtherNumber(String word, Entry entry) {
        boolean tells = DIGITS.matcher(word).matches()
                ? word.length() >= SHORTEST_NUMBER
                : DIGITS.matcher(word).find();
        String form = form(word);
        return tells && WORD.matcher(entry.question() + "\n" + entry.answer().text()).results().map(MatchResult::group)
                .anyMatch(other -> form(other).equals(form) && !other.equalsIgnoreCase(word));
    }

    /** Numbers alone keep their length, as years and ids do. Those in words, such as versions, do not. */
    private static String form(String word) {
        return DIGITS.matcher(word).matches()
                ? "#".repeat(word.length())
                : DIGITS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("#");
    }
}
