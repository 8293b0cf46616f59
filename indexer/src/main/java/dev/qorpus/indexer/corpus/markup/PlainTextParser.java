package dev.qorpus.indexer.corpus.markup;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.WholeFile;
import dev.qorpus.indexer.corpus.records.AnkiParser;
import dev.qorpus.indexer.corpus.source.MappedText;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses plain text as Markdown, in which paragraphs, lists and lines of {@code Q:} and {@code A:} mean the same. Text that
 * Anki exports is read as cards. A file of data, such as a word list, a log or settings, is no corpus.
 */
public final class PlainTextParser implements FileParser {

    private static final int BEGINNING = 1 << 16;
    /** The share of the characters that are in lines of prose, from which a file is text. */
    private static final double LEAST_PROSE = 0.4;
    private static final Pattern TAG = Pattern.compile("<(?=[a-zA-Z/!])");
    private static final Pattern WORD = Pattern
            .compile("(?<![^\\s(\"'„“«])\\p{L}[\\p{L}\\p{M}'’-]*(?=[\\s.,;:!?…)\"'“”»]|\\z)");
    private static final Pattern WITHOUT_BLANKS = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]{4}");
    private static final Pattern ASKS = Pattern
            .compile("(?iu)\\s*(?:[QA]|question|answer|frage|antwort)\\s*\\d*\\s*[:.)].*|.*[?？]\\s*");

    private final FileParser anki = new AnkiParser();

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        if (AnkiParser.isExport(WholeFile.beginning(source, BEGINNING))) {
            anki.parse(file, source, handler);
            return;
        }
        String written = WholeFile.text(source, MarkupParser.LARGEST, "plain text");
        MappedText text = new MappedText();
        // In plain text there are no tags, but names in angle brackets.
        text.addLines(TAG.matcher(written).replaceAll("\\\\<"), 1);
        new ConvertedMarkdown(text).parse(file, handler);
    }

    @Override
    public boolean isForeign(Source source) {
        try {
            String beginning = WholeFile.beginning(source, BEGINNING);
            if (beginning.startsWith("\uFEFF")) {
                beginning = beginning.substring(1);
            }
            // An export is read, and so is a file in another encoding, which is reported.
            boolean readable = beginning.isBlank() || AnkiParser.isExport(beginning)
                    || beginning.indexOf('\uFFFD') >= 0;
            return !readable && !isProse(beginning);
        } catch (IOException e) {
            // It is reported when it is parsed.
            return false;
        }
    }

    private static boolean isProse(String text) {
        int all = 0;
        int prose = 0;
        for (String line : text.split("\\R", -1)) {
            int length = line.strip().length();
            all += length;
            prose += isProseLine(line) ? length : 0;
        }
        return prose >= LEAST_PROSE * all;
    }

    private static boolean isProseLine(String line) {
        String head = line.length() > 2_000 ? line.substring(0, 2_000) : line;
        long letters = head.codePoints().filter(Character::isLetter).count();
        long marks = head.codePoints().filter(c -> !Character.isLetter(c) && !Character.isWhitespace(c)).count();
        boolean words = WORD.matcher(head).results().limit(3).count() == 3 || WITHOUT_BLANKS.matcher(head).find();
        return ASKS.matcher(head).matches() || (letters > 3 * marks && words && head.indexOf('\t') < 0);
    }
}
