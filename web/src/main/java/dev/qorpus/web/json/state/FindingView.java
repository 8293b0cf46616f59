package dev.qorpus.web.json.state;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;

/** Something worth mending in a corpus; {@code related} is missing where it is about one place only. */
public record FindingView(String rule, String severity, String file, int line, @Nullable String id, String message,
        @Nullable List<PlaceView> related) {

    /** Where an entry stands. */
    public record PlaceView(String file, int line, String id) {}

    /** The view of a finding. */
    public static FindingView of(Finding finding) {
        EntryId id = finding.id();
        List<PlaceView> related = finding.related().stream()
                .map(place -> new PlaceView(place.file(), place.line(), place.id().value())).toList();
        return new FindingView(finding.rule().id(), finding.rule().severity().id(), finding.file(), finding.line(),
                id == null ? null : id.value(), finding.message(), related.isEmpty() ? null : related);
    }
}
