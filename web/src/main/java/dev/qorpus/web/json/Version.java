package dev.qorpus.web.json;

import java.util.Objects;

/** The version of Qorpus that runs. */
public final class Version {

    /** As the build names it; {@code dev} where it runs from classes. */
    public static final String NAME = Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(),
            "dev");

    private Version() {}
}
