package dev.qorpus.web.json.judge;

/** A question that someone asked, and not only began to type. */
public record AskedBody(String q) {}
