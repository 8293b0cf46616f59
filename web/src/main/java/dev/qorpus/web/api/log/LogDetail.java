package dev.qorpus.web.api.log;

/** How much is logged of each request. */
public enum LogDetail {
    /** Nothing. */
    NONE,
    /** Time, route, status and duration. */
    REQUESTS,
    /** The question too. */
    QUESTIONS
}
