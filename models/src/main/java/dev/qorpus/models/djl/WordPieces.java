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

/** A sentence-transformer's tokenizer: text to the ids of word pieces. */
final class WordPieces implements Tokenizer {

    /** Tokens around every text: {@code [CLS]} and {@code [SEP]}. */
    private static final int SPECIAL = 2;
    /** What the tokenizer puts where it has no piece for a text. */
    private static final String UNKNOWN = "[UNK]";

    private final SentenceTransformer spec;
    private final HuggingFaceTokenizer tokenizer;
    /** Held while native code runs: closing waits for it, for freeing what it reads would crash the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private final int unknown;
    private boolean closed;

    private WordPieces(SentenceTransformer spec, HuggingFaceTokenizer tokenizer) {
        this.spec = spec;
        this.tokenizer = tokenizer;
        this.unknown = Math.toIntExact(tokenizer.encode(UNKNOWN, false, false).getIds()[0]);
    }

    /**
     * Reads the tokenizer's file. MiniLM's fixes truncation and padding at 128 tokens: both are set anew.
     *
     * @param whole whether texts are taken in full, instead of what the model can read of them
     */
    static WordPieces read(SentenceTransformer spec, Path file, boolean whole) throws IOException {
        String length = Integer.toString(spec.maxTokens());
        Map<String, String> options = whole
                ? Map.of("padding", "false", "truncation", "false")
                : Map.of("padding", "false", "truncation", "true", "maxLength", length, "modelMaxLength", length);
        try (InputStream in = Files.newInputStream(file)) {
            return new WordPieces(spec, HuggingFaceTokenizer.newInstance(in, options));
        }
    }

    /** The ids of a text as the model reads it, special tokens included. */
    long[] ids(String text) {
        return whileOpen(() -> tokenizer.encode(text).getIds());
    }

    /** The same for several texts, on all cores. */
    long[][] ids(List<String> texts) {
        return whileOpen(
                () -> Arrays.stream(tokenizer.batchEncode(texts)).map(Encoding::getIds).toArray(long[][]::new));
    }

    /** The ids of each of the first pieces alone, special tokens included. */
    long[][] alone(int count) {
        long[] empty = ids("");
        return LongStream.range(0, count).mapToObj(piece -> new long[]{empty[0], piece, empty[1]})
                .toArray(long[][]::new);
    }

    /** How many tokens a text has, special ones and what is cut off counted. */
    int count(String text) {
        return whileOpen(() -> {
            // What the tokenizer cuts off comes in further pieces, each with its own special tokens.
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
