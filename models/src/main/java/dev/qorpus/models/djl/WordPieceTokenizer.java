package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.SentenceTransformer;
import dev.qorpus.models.Tokenizer;

/** The tokenizer of a sentence-transformer: it turns texts into ids of word pieces. */
final class WordPieceTokenizer implements Tokenizer {

    /** Tokens around every text: {@code [CLS]} and {@code [SEP]}. */
    private static final int SPECIAL = 2;
    /** The token for text without a word piece. */
    private static final String UNKNOWN = "[UNK]";

    private final SentenceTransformer spec;
    private final HuggingFaceTokenizer tokenizer;
    /** Read-locked while native code runs. Closing waits for it, because freeing memory that native code reads crashes the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private final int unknown;
    private boolean closed;

    private WordPieceTokenizer(SentenceTransformer spec, HuggingFaceTokenizer tokenizer) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.unknown = Math.toIntExact(tokenizer.encode(UNKNOWN, false, false).getIds()[0]);
    }

    /**
     * Reads the file of a tokenizer. MiniLM's file sets truncation and padding to 128 tokens, so both are overridden.
     *
     * @param whole whether texts are not truncated to the model's longest input
     */
    static WordPieceTokenizer read(SentenceTransformer spec, Path file, boolean whole) throws IOException {
        String length = Integer.toString(spec.maxTokens());
        Map<String, String> options = whole
                ? Map.of("padding", "false", "truncation", "false")
                : Map.of("padding", "false", "truncation", "true", "maxLength", length, "modelMaxLength", length);
        try (InputStream in = Files.newInputStream(file)) {
            return new WordPieceTokenizer(spec, HuggingFaceTokenizer.newInstance(in, options));
        }
    }

    /** The token ids of a text as the model reads it, including special tokens. */
    long[] ids(String text) {
        return whileOpen(() -> tokenizer.encode(text).getIds());
    }

    /** The token ids of several texts, computed in parallel. */
    long[][] ids(List<String> texts) {
        return whileOpen(
                () -> Arrays.stream(tokenizer.batchEncode(texts)).map(Encoding::getIds).toArray(long[][]::new));
    }

    /** For each of the first word pieces, the token ids of a text that consists of that piece. */
    long[][] singlePieces(int count) {
        long[] empty = ids("");
        return LongStream.range(0, count).mapToObj(piece -> new long[]{empty[0], piece, empty[1]})
                .toArray(long[][]::new);
    }

    /** Counts the tokens of a text, including special tokens and tokens that are cut off. */
    int count(String text) {
        return whileOpen(() -> {
            // The tokens that are cut off come in further encodings, each with special tokens of its own.
            Encoding kept = tokenizer.encode(text, true, true);
            int cut = Arrays.stream(kept.getOverflowing()).mapToInt(piece -> piece.getIds().length - SPECIAL).sum();
            return kept.getIds().length + cut;
        });
    }

    @Override
    public List<int[]> words(List<String> texts) {
        return whileOpen(() -> Arrays.stream(tokenizer.batchEncode(texts, false, false))
                .map(encoding -> Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact)
                        .filter(id -> id != unknown).toArray())
                .toList());
    }

    @Override
    public boolean hasWord(String word) {
        return whileOpen(() -> {
            long[] ids = tokenizer.encode(word, false, false).getIds();
            return ids.length == 1 && ids[0] != unknown;
        });
    }

    private <T> T whileOpen(Supplier<T> work) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new ModelException(spec.name(), "is closed");
            }
            return work.get();
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                tokenizer.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
