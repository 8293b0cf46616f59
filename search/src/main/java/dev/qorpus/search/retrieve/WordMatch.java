package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param conflicts in how many places it has another word instead: another version, number or name
 */
public record WordMatch(List<String> named, double missing, int conflicts) {

    /** Of a question of which nothing is missing. */
    public static final WordMatch WHOLE = new WordMatch(List.of(), 0, 0);

    private static final int MOST_NAMED = 5;
    /** A name that is missing among less than this share of words that are there is one of many differences. */
    private static final double OTHERWISE_THE_SAME = .7;
    private static final int MOST_NAMES = 2;
    /** Shorter numbers count things. */
    private static final int SHORTEST_NUMBER = 3;

    private static final Pattern DIGITS = Pattern.compile("\\p{N}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[._][\\p{L}\\p{M}\\p{N}]+)*");

    /**
     * Compares a question with an entry.
     *
     * @param terms of the question, with what the index knows of them
     */
    public static WordMatch of(TextAnalysis analysis, String question, List<QueryTerm> terms, Entry entry) {
        Map<String, QueryTerm> known = new HashMap<>();
        terms.forEach(term -> known.put(term.term(), term));
        Set<String> own = termsOf(entry);
        double all = 0;
        double unknown = 0;
        double missing = 0;
        Set<String> tells = analysis.contentWords(question).stream()
                .map(word -> question.substring(word.span().start(), word.span().end())).collect(Collectors.toSet());
        List<AskedWord> lacking = new ArrayList<>();
        List<AskedWord> names = new ArrayList<>();
        for (AskedWord word : analysis.askedWords(question)) {
            double weight = word.forms().stream().map(known::get).filter(term -> term != null)
                    .mapToDouble(QueryTerm::ceiling).max().orElse(0);
            all += weight;
            if (!word.isIn(own)) {
                missing += weight;
                boolean isUnknown = word.forms().stream().map(known::get)
                        .allMatch(term -> term == null || term.frequency() == 0);
                boolean isNumber = DIGITS.matcher(word.text()).find();
                if (isNumber || (isUnknown && tells.contains(word.text()))) {
                    lacking.add(word);
                }
                if (isUnknown && !isNumber && tells.contains(word.text())) {
                    names.add(word);
                    unknown += weight;
                }
            }
        }
        if (all == 0) {
            return WHOLE;
        }
        boolean isSwapped = !names.isEmpty() && names.size() <= MOST_NAMES && all > unknown
                && 1 - (missing - unknown) / (all - unknown) >= OTHERWISE_THE_SAME
                && asksForMore(analysis, entry.question(), question);
        int conflicts = (int) lacking.stream().filter(word -> hasOther(word.text(), entry)).count()
                + (isSwapped ? names.size() : 0);
        return new WordMatch(lacking.stream().map(AskedWord::text).limit(MOST_NAMED).toList(), missing / all,
                conflicts);
    }

    private static Set<String> termsOf(Entry entry) {
        return IndexSchema.tokens(entry).stream().map(IndexedTerm::term).collect(Collectors.toSet());
    }

    /** Whether the entry's question has a word that the other one lacks, in place of the name. */
    private static boolean asksForMore(TextAnalysis analysis, String own, String asked) {
        Set<String> words = analysis.tokens(asked).stream().map(IndexedTerm::term).collect(Collectors.toSet());
        return analysis.askedWords(own).stream().anyMatch(word -> !word.isIn(words));
    }

    /** Whether an entry has the same word with another number in it, or another number as long. */
    private static boolean hasOther(String word, Entry entry) {
        String form = form(word);
        boolean hasNumber = DIGITS.matcher(word).find();
        boolean isLong = !DIGITS.matcher(word).matches() || word.length() >= SHORTEST_NUMBER;
        return hasNumber && isLong && WORD.matcher(entry.question() + "\n" + entry.answer().text()).results().map(MatchResult::group)
                .anyMatch(other -> form(other).equals(form) && !other.equalsIgnoreCase(word));
    }

    /** Numbers alone keep their length, as years and ids do. Those in words, such as versions, do not. */
    private static String form(String word) {
        return DIGITS.matcher(word).matches()
                ? "#".repeat(word.length())
                : DIGITS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("#");
    }
}
