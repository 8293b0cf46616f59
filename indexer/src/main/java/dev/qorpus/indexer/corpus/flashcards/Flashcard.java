package dev.qorpus.indexer.corpus.flashcards;

/**
 * A card in a file.
 *
 * @param start the offset of its front
 * @param front the Markdown of its front, with tags
 * @param backStart the offset of its back
 * @param backEnd the offset behind its back
 */
public record Flashcard(int start, String front, int backStart, int backEnd) {}
