package dev.qorpus.indexer.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.source.Source;

/** The content of a file or a corpus, in order. */
public record ParseResult(List<String> layouts, List<Entry> entries, List<Finding> findings) implements CorpusHandler {

    public ParseResult() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Parses a file with the parser of its format. */
    public static ParseResult of(Path file) throws IOException {
        ParseResult result = new ParseResult();
        FileFormats.parser(file).orElseThrow().parse(file.getFileName().toString(), () -> Files.newInputStream(file),
                result);
        return result;
    }

    /** Parses a content as if it were a file with a name. */
    public static ParseResult of(String name, byte[] content) {
        ParseResult result = new ParseResult();
        try {
            FileFormats.parser(Path.of(name)).orElseThrow().parse(name, source(content), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    public static ParseResult of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Source source(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }

    public static Source source(String content) {
        return source(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads all files of a corpus. */
    public static ParseResult ofCorpus(Path... roots) {
        ParseResult result = new ParseResult();
        new CorpusReader().read(Corpus.of(List.of(roots)), result);
        return result;
    }

    public List<String> ids() {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    /** The findings as a user reads them. */
    public List<String> reports() {
        return findings.stream().map(Finding::toString).toList();
    }

    @Override
    public void layout(String reason) {
        layouts.add(reason);
    }

    @Override
    public void entry(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }
}
