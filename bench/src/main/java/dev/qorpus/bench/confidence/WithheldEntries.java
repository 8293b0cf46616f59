package dev.qorpus.bench.confidence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.Evidence;
import dev.qorpus.search.backend.evidence.EvidenceRequest;
import dev.qorpus.search.backend.evidence.HitDetails;
import dev.qorpus.search.backend.evidence.ProbeEvidence;

/** An index that withholds some entries from its evidence, as if they were not indexed. Not thread-safe. */
final class WithheldEntries {

    private final Backend whole;
    private Set<EntryId> withheld = Set.of();

    WithheldEntries(Backend whole) {
        this.whole = whole;
    }

    /** Which entries are withheld from now on. */
    void withhold(Collection<EntryId> ids) {
        withheld = Set.copyOf(ids);
    }

    /** The index without them. */
    Backend backend() {
        return (Backend) Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[]{Backend.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(whole, arguments);
                        return result instanceof Evidence evidence && arguments[0] instanceof EvidenceRequest
                                ? new Rest(evidence, withheld)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What is left of the evidence for one question. */
    private record Rest(Evidence whole, Set<EntryId> withheld) implements Evidence {

        @Override
        public List<ProbeEvidence> probes() {
            return whole.probes().stream().map(this::rest).toList();
        }

        private ProbeEvidence rest(ProbeEvidence probe) {
            Map<EntryId, Candidate> candidates = new LinkedHashMap<>(probe.candidates());
            candidates.keySet().removeAll(withheld);
            return new ProbeEvidence(
                    probe.best().stream().filter(candidate -> !withheld.contains(candidate.id())).toList(), candidates,
                    probe.terms());
        }

        @Override
        public Set<EntryId> sections() {
            return whole.sections();
        }

        @Override
        public Map<EntryId, Long> answers() {
            return whole.answers();
        }

        @Override
        public Map<EntryId, List<byte[]>> tokens(String space, Collection<EntryId> ids) {
            return whole.tokens(space, ids);
        }

        @Override
        public int total(int probe) {
            return whole.total(probe) - withheld.size();
        }

        @Override
        public HitDetails details(List<EntryId> ids, Collection<EntryId> unread, boolean explain) {
            return whole.details(ids, unread, explain);
        }
    }
}
