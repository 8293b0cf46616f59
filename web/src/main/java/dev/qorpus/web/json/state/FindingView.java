package dev.qorpus.web.json.state;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;

/** A finding; {@code related} is missing if it concerns one place only. */
public record FindingView(String rule, String severity, String file, int line, @Nullable String id, String message,
        @Nullable List<PlaceView> related) {

    /** The place of an entry. */
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
