package dev.qorpus.indexer.corpus.records;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.format.TooLargeException;
import dev.qorpus.indexer.corpus.format.WholeFile;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;

/**
 * Parses lists of questions and answers in JSON and YAML, at any depth of the file. Other files in these formats, such as
 * settings, are no corpus.
 */
public final class RecordListParser implements FileParser {

    /** A format of such lists. */
    public enum Format {
        JSON("JSON", 48 << 20), YAML("YAML", 16 << 20);

        private final String description;
        private final int largest;

        Format(String description, int largest) {
            this.description = description;
            this.largest = largest;
        }
    }

    /** A name of a question, or a key that asks. */
    private static final Pattern MAY_ASK = Pattern
            .compile("(?iU)[?？؟]|\\b(?:questions?|q|fragen?|preguntas?|perguntas?|"
                    + "domand[ae]|vraag|pytanie|prompt|instruction|query|front|term|title|messages|conversations)\\b|вопрос|问|問|"
                    + "質問|질문");
    private static final int BEGINNING = 1 << 20;

    private final Format format;

    /** @param format the format of the files */
    public RecordListParser(Format format) {
        this.format = format;
    }

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        RecordCollector records = new RecordCollector(file, handler);
        new RecordWalk(tree(source), records).all();
        records.end("no list of questions and answers; each item needs a question and an answer");
    }

    private LocatedTree tree(Source source) throws IOException {
        String text = WholeFile.text(source, format.largest, format.description + "; save it as JSONL, or");
        return format == Format.JSON ? LocatedTree.ofJson(text) : LocatedTree.ofYaml(text);
    }

    /** Whether a file has no question. A file that is not valid is foreign too, because it may be a template. */
    @Override
    public boolean isForeign(Source source) {
        try {
            if (!MAY_ASK.matcher(WholeFile.beginning(source, BEGINNING)).find()) {
                return true;
            }
            FirstEntry first = new FirstEntry();
            new RecordWalk(tree(source), new RecordCollector("", first)).all();
            return !first.found;
        } catch (TooLargeException e) {
            // It is reported when it is parsed.
            return false;
        } catch (UnreadableException e) {
            return true;
        } catch (IOException e) {
            // It is reported when it is parsed.
            return false;
        }
    }

    private static final class FirstEntry implements CorpusHandler {
        private boolean found;

        @Override
        public void entry(Entry entry) {
            found = true;
        }

        @Override
        public void finding(Finding finding) {}
    }
}
