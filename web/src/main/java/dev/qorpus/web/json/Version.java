package dev.qorpus.web.json;

import java.util.Objects;

/** The version of Qorpus. */
public final class Version {

    /** The version of the build; {@code dev} if it runs from classes. */
    public static final String NAME = Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(),
            "dev");

    private Version() {}
}
