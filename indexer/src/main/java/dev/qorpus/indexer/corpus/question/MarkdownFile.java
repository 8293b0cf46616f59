package dev.qorpus.indexer.corpus.question;

import java.util.List;

import dev.qorpus.indexer.corpus.flashcards.CardSyntax;
import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * A Markdown file before its questions are found.
 *
 * @param name the path of the file below the corpus folder
 * @param source its text, with blanks in place of the front matter
 * @param frontMatter its front matter
 */
record MarkdownFile(String name, SourceText source, FrontMatter frontMatter) {

    /** Whether it says that it has flashcards. */
    boolean isDecked() {
        return CardSyntax.announces(source.text(), frontMatter.labels().getOrDefault("tags", List.of()));
    }

    /** Reads a text. */
    static MarkdownFile of(String name, String text) {
        FrontMatter frontMatter = FrontMatter.of(text);
        return new MarkdownFile(name, new SourceText(frontMatter.blanked(text)), frontMatter);
    }
}
