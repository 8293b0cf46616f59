package dev.qorpus.models;

/**
 * A file of a model on the class path, with its length and checksums.
 *
 * @param resource the name of the class path resource
 * @param bytes its length in bytes
 * @param crc32 CRC-32 of the content, which is fast enough to be checked at a start
 * @param sha256 SHA-256 of the content in hexadecimal, which is checked when the file is unpacked
 */
public record ModelFile(String resource, long bytes, long crc32, String sha256) {}
