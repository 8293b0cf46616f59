package dev.qorpus.indexer.corpus.question;

import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern INVISIBLE = Pattern.compile("^[\\u200B\\uFEFF]", Pattern.MULTILINE);

    /** Whether it says that it has flashcards. */
    boolean isDecked() {
        return CardSyntax.announces(source.text(), frontMatter.labels().getOrDefault("tags", List.of()));
    }

    /** Reads a text. */
    static MarkdownFile of(String name, String text) {
        FrontMatter frontMatter = FrontMatter.of(text);
        return new MarkdownFile(name, new SourceText(withoutInvisibleStarts(frontMatter.blanked(text))), frontMatter);
    }

    /** Replaces characters without width at the start of lines by blanks, because they would hide headings. */
    private static String withoutInvisibleStarts(String text) {
        return text.indexOf('\u200B') < 0 && text.indexOf('\uFEFF') < 0
                ? text
                : INVISIBLE.matcher(text).replaceAll(" ");
    }
}
