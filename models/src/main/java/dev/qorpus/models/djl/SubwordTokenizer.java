package dev.qorpus.models.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.OnnxModel;
import dev.qorpus.models.Tokenizer;
import dev.qorpus.models.vectors.TokenSpans;

/** A tokenizer of Hugging Face's library (WordPiece, BPE or Unigram): it turns texts into ids of word pieces. */
final class SubwordTokenizer implements Tokenizer {

    private final String model;
    private final HuggingFaceTokenizer tokenizer;
    /** Read-locked while native code runs. Closing waits for it, because freeing memory that native code reads crashes the JVM. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private final long unknown;
    /** Whether {@link #words} leaves out text without a token. */
    private final boolean skipsUnknown;
    /** The special tokens around every text, for example {@code [CLS]} and {@code [SEP]}. */
    private final long[] special;
    private boolean closed;

    private SubwordTokenizer(String model, HuggingFaceTokenizer tokenizer, UnknownToken unknown,
            boolean skipsUnknown) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.skipsUnknown = skipsUnknown;
        this.special = tokenizer.encode("").getIds();
        this.unknown = unknown.text() == null ? unknown.id() : id(unknown.text());
    }

    private long id(String token) {
        long[] ids = tokenizer.encode(token, false, false).getIds();
        return ids.length == 1 ? ids[0] : -1;
    }

    /**
     * Reads the file of a tokenizer. Texts are cut off at the model's longest input. MiniLM's file sets truncation and
     * padding to 128 tokens, so both are overridden.
     */
    static SubwordTokenizer read(OnnxModel spec, Path file) throws IOException {
        String length = Integer.toString(spec.maxTokens());
        return read(spec.name(), file,
                Map.of("padding", "false", "truncation", "true", "maxLength", length, "modelMaxLength", length), true);
    }

    /**
     * Reads the file of a tokenizer whose texts are not cut off.
     *
     * @param model the name of the model, for messages
     * @param skipsUnknown whether {@link #words} leaves out text without a token
     */
    static SubwordTokenizer readWhole(String model, Path file, boolean skipsUnknown) throws IOException {
        return read(model, file, Map.of("padding", "false", "truncation", "false"), skipsUnknown);
    }

    private static SubwordTokenizer read(String model, Path file, Map<String, String> options, boolean skipsUnknown)
            throws IOException {
        UnknownToken unknown = UnknownToken.of(file);
        try (InputStream in = Files.newInputStream(file)) {
            return new SubwordTokenizer(model, HuggingFaceTokenizer.newInstance(in, options), unknown, skipsUnknown);
        }
    }

    /** The token ids of a text as the model reads it, including special tokens. */
    long[] ids(String text) {
        return whileOpen(() -> tokenizer.encode(text).getIds());
    }

    /**
     * A text as the model reads it, with the places of its tokens.
     *
     * @param text as it is embedded, with its prefix
     * @param start the number of tokens before the text that follows the prefix
     * @param prefix the number of UTF-16 code units before the text; negative if as many are missing at its beginning
     * @param pooled the first token that is pooled
     */
    TokenizedText located(String text, int start, int prefix, int pooled) {
        return located(whileOpen(() -> tokenizer.encode(text)), text, start, prefix, pooled);
    }

    /** The same of several texts, computed in parallel. */
    List<TokenizedText> located(List<String> texts, int start, List<Integer> prefixes, int pooled) {
        Encoding[] encodings = whileOpen(() -> tokenizer.batchEncode(texts));
        return IntStream.range(0, encodings.length)
                .mapToObj(i -> located(encodings[i], texts.get(i), start, prefixes.get(i), pooled)).toList();
    }

    private static TokenizedText located(Encoding encoding, String text, int start, int prefix, int pooled) {
        CharSpan[] spans = encoding.getCharTokenSpans();
        boolean wide = text.codePointCount(0, text.length()) < text.length();
        int[] tokens = new int[spans.length];
        int[] starts = new int[spans.length];
        int[] ends = new int[spans.length];
        int kept = 0;
        for (int i = start; i < spans.length; i++) {
            CharSpan span = spans[i];
            if (span == null) {
                continue;
            }
            // The library counts code points.
            int from = wide ? text.offsetByCodePoints(0, span.getStart()) : span.getStart();
            int to = wide ? text.offsetByCodePoints(from, span.getEnd() - span.getStart()) : span.getEnd();
            if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
                tokens[kept] = i;
                starts[kept] = from - prefix;
                ends[kept++] = to - prefix;
            }
        }
        return new TokenizedText(encoding.getIds(), new long[spans.length], pooled, Arrays.copyOf(tokens, kept),
                new TokenSpans(Arrays.copyOf(starts, kept), Arrays.copyOf(ends, kept)), 0);
    }

    /** A question and a passage as a cross-encoder reads them; the longer one is cut off first. */
    TokenizedText pair(String question, String passage) {
        Encoding encoding = whileOpen(() -> tokenizer.encode(question, passage));
        return TokenizedText.pair(encoding.getIds(), encoding.getTypeIds());
    }

    /** The token ids of several texts, computed in parallel. */
    long[][] ids(List<String> texts) {
        return whileOpen(
                () -> Arrays.stream(tokenizer.batchEncode(texts)).map(Encoding::getIds).toArray(long[][]::new));
    }

    /** For each of the first word pieces, the token ids of a text that consists of that piece. */
    long[][] singlePieces(int count) {
        int before = specialsBeforeText();
        return LongStream.range(0, count).mapToObj(piece -> {
            long[] ids = new long[special.length + 1];
            System.arraycopy(special, 0, ids, 0, before);
            ids[before] = piece;
            System.arraycopy(special, before, ids, before + 1, special.length - before);
            return ids;
        }).toArray(long[][]::new);
    }

    private int specialsBeforeText() {
        long[] ids = ids("a");
        int before = 0;
        while (before < special.length && before < ids.length && ids[before] == special[before]) {
            before++;
        }
        return before;
    }

    /** The number of tokens before a text that follows a prefix, including special tokens. */
    int prefixLength(String prefix) {
        int after = special.length - specialsBeforeText();
        return ids(prefix).length - after;
    }

    /** Counts the tokens of a text, including special tokens and tokens that are cut off. */
    int count(String text) {
        return whileOpen(() -> {
            // The tokens that are cut off come in further encodings, each with special tokens of its own.
            Encoding kept = tokenizer.encode(text, true, true);
            int cut = Arrays.stream(kept.getOverflowing()).mapToInt(piece -> piece.getIds().length - special.length)
                    .sum();
            return kept.getIds().length + cut;
        });
    }

    @Override
    public List<int[]> words(List<String> texts) {
        return whileOpen(() -> Arrays.stream(tokenizer.batchEncode(texts, false, false))
                .map(encoding -> Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact)
                        .filter(id -> !skipsUnknown || id != unknown).toArray())
                .toList());
    }

    /** Whether a word, or its form in lower case, has an id: some files leave it to the caller to lower the case. */
    @Override
    public boolean hasWord(String word) {
        return whileOpen(() -> isPiece(word) || isPiece(word.toLowerCase(Locale.ROOT)));
    }

    private boolean isPiece(String word) {
        // In byte-level BPE, a word within a text has a token that begins with a blank.
        long alone = id(word);
        long withinText = alone < 0 ? id(" " + word) : alone;
        return withinText >= 0 && withinText != unknown;
    }

    private <T> T whileOpen(Supplier<T> work) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new ModelException(model, "is closed");
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
