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

/** What was found in a file or a corpus, in its order. */
public record Reading(List<String> layouts, List<Entry> entries, List<Finding> findings) implements CorpusHandler {

    public Reading() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Of one file, by the parser that its name asks for. */
    public static Reading of(Path file) throws IOException {
        Reading reading = new Reading();
        FileFormats.parser(file).orElseThrow().parse(file.getFileName().toString(), () -> Files.newInputStream(file),
                reading);
        return reading;
    }

    /** Of some content under a name. */
    public static Reading of(String name, byte[] content) {
        Reading reading = new Reading();
        try {
            FileFormats.parser(Path.of(name)).orElseThrow().parse(name, source(content), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    public static Reading of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Source source(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }

    public static Source source(String content) {
        return source(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Of all files below some folders or files. */
    public static Reading ofCorpus(Path... roots) {
        Reading reading = new Reading();
        new CorpusReader().read(Corpus.of(List.of(roots)), reading);
        return reading;
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
