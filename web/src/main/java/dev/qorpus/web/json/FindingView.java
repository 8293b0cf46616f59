package dev.qorpus.web.json;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.corpus.Finding;

/** Something worth mending in a corpus. */
public record FindingView(String rule, String file, int line, @Nullable String id, String message) {

    /** The view of a finding. */
    public static FindingView of(Finding finding) {
        EntryId id = finding.id();
        return new FindingView(finding.rule().id(), finding.file(), finding.line(), id == null ? null : id.value(),
                finding.message());
    }
}
