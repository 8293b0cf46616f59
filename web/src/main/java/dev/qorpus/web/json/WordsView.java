package dev.qorpus.web.json;

import java.util.List;

import dev.qorpus.search.compare.NearestWords;

/** For each word of a question, the nearest word of an entry. */
public record WordsView(String query, String id, List<NearestWords.Pair> words) {

    /** The view of these pairs. */
    public static WordsView of(String query, String id, List<NearestWords.Pair> pairs) {
        return new WordsView(query, id, pairs.stream()
                .map(pair -> new NearestWords.Pair(pair.word(), pair.nearest(), Rounded.to(pair.cosine(), 3)))
                .toList());
    }
}
