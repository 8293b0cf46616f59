package dev.qorpus.indexer.corpus.format;

import java.io.IOException;
import java.io.InputStream;

import dev.qorpus.indexer.corpus.source.LargestFile;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.Utf8;

/** Reads files that are parsed as a whole. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * The text of a file, without a byte order mark and with line feeds as its line ends.
     *
     * @param largest the largest file in bytes with any heap
     * @param format the name of the format, for the message
     * @throws java.nio.charset.CharacterCodingException if the file is not UTF-8
     * @throws TooLargeException if the file is larger
     */
    public static String text(Source source, int largest, String format) throws IOException {
        byte[] content;
        try (InputStream bytes = source.open()) {
            content = bytes.readNBytes(LargestFile.bytes(largest) + 1);
        }
        if (content.length > LargestFile.bytes(largest)) {
            throw new TooLargeException(LargestFile.message(largest, format));
        }
        String text = Utf8.decode(content);
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * The beginning of a file, to see what it contains. Invalid bytes are replaced.
     *
     * @param most the number of bytes
     */
    public static String beginning(Source source, int most) throws IOException {
        try (InputStream bytes = source.open()) {
            return new String(bytes.readNBytes(most), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
