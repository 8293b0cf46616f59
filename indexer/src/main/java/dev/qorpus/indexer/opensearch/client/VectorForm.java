package dev.qorpus.indexer.opensearch.client;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form in which the graphs of an index compare vectors. The index keeps the full vectors with each form. */
public enum VectorForm {
    /** Four bytes for each dimension. */
    FLOAT32("float32"),
    /** One byte for each dimension. Scores are those of the full vectors. */
    SEVEN_BITS("7bit");

    private final String label;

    VectorForm(String label) {
        this.label = label;
    }

    /** The form as an address names it. */
    public String label() {
        return label;
    }

    static Optional<VectorForm> of(String label) {
        return Stream.of(values()).filter(form -> form.label.equals(label)).findFirst();
    }

    /** All forms, for a message. */
    static String labels() {
        return Stream.of(values()).map(VectorForm::label).collect(Collectors.joining(" or "));
    }
}
