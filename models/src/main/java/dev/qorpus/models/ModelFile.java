package dev.qorpus.models;

/**
 * One file of a model on the class path, with what it must contain.
 *
 * @param resource name of the class path resource
 * @param bytes length in bytes
 * @param crc32 CRC-32 of the content: cheap enough to be checked at every start
 * @param sha256 SHA-256 of the content in hexadecimal: checked when the file is unpacked
 */
public record ModelFile(String resource, long bytes, long crc32, String sha256) {}
