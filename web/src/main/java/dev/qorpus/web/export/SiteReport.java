package dev.qorpus.web.export;

/**
 * What was written.
 *
 * @param entries the number of entries, each with a page
 * @param files the number of files
 * @param bytes the size of all files
 * @param meaning whether the site searches by meaning too
 * @param seconds how long it took
 */
public record SiteReport(int entries, int files, long bytes, boolean meaning, double seconds) {}
