package dev.qorpus.web.json;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.backend.Heading;

/** An entry without its answer. */
public record HeadingView(String id, @Nullable String number, String question, int line) {

    static HeadingView of(Heading heading) {
        return new HeadingView(heading.id().value(), heading.number(), heading.question(), heading.line());
    }

    static @Nullable HeadingView ofNullable(@Nullable Heading heading) {
        return heading == null ? null : of(heading);
    }
}
