package dev.qorpus.web.api.log;

/** What is written down of each request. */
public enum LogDetail {
    /** Nothing. */
    NONE,
    /** Who asked which route when, and how it went. */
    REQUESTS,
    /** What was asked, too. */
    QUESTIONS
}
