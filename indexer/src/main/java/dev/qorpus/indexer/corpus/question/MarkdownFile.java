package dev.qorpus.indexer.corpus.question;

import java.io.IOException;
import java.io.InputStream;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.Utf8;

/** A Markdown file, which is parsed as a whole: entries refer to what stands anywhere in it. */
public final class MarkdownFile implements FileParser {

    /** Larger files of Markdown are not written by hand. */
    public static final int LARGEST = 64 << 20;

    private final MarkdownParser parser = new MarkdownParser();

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        byte[] content;
        try (InputStream bytes = source.open()) {
            content = bytes.readNBytes(LARGEST + 1);
        }
        if (content.length > LARGEST) {
            handler.finding(new Finding(Finding.Rule.UNREADABLE_FILE, file, 1, null,
                    "more than " + LARGEST + " bytes are too many for Markdown; split the file"));
            return;
        }
        MarkdownParser.Parsed parsed = parser.parse(file, Utf8.decode(content));
        handler.layout(parsed.layout());
        parsed.entries().forEach(handler::entry);
        parsed.findings().forEach(handler::finding);
    }
}
