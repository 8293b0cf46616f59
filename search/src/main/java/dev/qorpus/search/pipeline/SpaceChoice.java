package dev.qorpus.search.pipeline;

import java.util.List;

import dev.qorpus.indexer.schema.IndexManifest;

/**
 * Chooses the vector space of an index with several models: the one whose model knows the language, the first if several
 * do. So a question and the entries in its language are compared by a model that knows both.
 *
 * @param manifest of the index
 */
public record SpaceChoice(IndexManifest manifest) {

    /** The space for an entry in a language, by ISO 639-1. */
    public String ofLanguage(String language) {
        return sentenceSpaces().stream().filter(space -> manifest.modelLanguages(space).contains(language)).findFirst()
                .orElse(manifest.spaces().getFirst());
    }

    /** The space for a question. */
    String ofQuestion(String question) {
        String best = manifest.spaces().getFirst();
        if (manifest.spaces().size() == 1) {
            return best;
        }
        double most = trust(best, question);
        for (String space : sentenceSpaces()) {
            // With full trust, the question's language need not be detected for the others.
            double trust = most < 1 ? trust(space, question) : 0;
            if (trust > most) {
                best = space;
                most = trust;
            }
        }
        return best;
    }

    private double trust(String space, String question) {
        return LanguageTrust.of(manifest.modelLanguages(space), manifest).in(question);
    }

    /** The spaces without those of word vectors, which say less of a text. */
    private List<String> sentenceSpaces() {
        return manifest.spaces().stream().filter(space -> !manifest.hasWordVectors(space)).toList();
    }
}
