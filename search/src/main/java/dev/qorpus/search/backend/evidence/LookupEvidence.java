package dev.qorpus.search.backend.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.task.Deferred;

/** Gathers evidence from an engine's lookups, in parallel where the engine allows it. */
public final class LookupEvidence implements Evidence {

    private static final Filter SECTIONS = new Filter(Map.of(FilterFields.KIND, Set.of(EntryKind.SECTION.id())));

    private final Lookups lookups;
    private final Overlap overlap;
    private final List<ProbeLookup> probes = new ArrayList<>();
    private List<ProbeEvidence> evidence = List.of();
    private Set<EntryId> sections = Set.of();
    private Map<EntryId, Long> answers = Map.of();

    private LookupEvidence(Lookups lookups, Overlap overlap) {
        this.lookups = lookups;
        this.overlap = overlap;
    }

    /** The evidence for one question. */
    public static Evidence gather(Lookups lookups, EvidenceRequest request, Overlap overlap) {
        LookupEvidence gathered = new LookupEvidence(lookups, overlap);
        Set<EntryId> candidates = gathered.propose(request);
        Deferred<Set<EntryId>> sections = run(overlap == Overlap.ALL && request.sections(),
                () -> request.sections() ? lookups.passing(candidates, SECTIONS) : Set.of());
        Deferred<Map<EntryId, Long>> answers = run(overlap == Overlap.ALL, () -> lookups.answers(candidates));
        gathered.evidence = gathered.atOnce(gathered.probes, probe -> probe.score(candidates, request.ranked()));
        gathered.sections = sections.get();
        gathered.answers = answers.get();
        return gathered;
    }

    /** Asks each probe for candidates; the first ones while the next one's vector is being computed. */
    private Set<EntryId> propose(EvidenceRequest request) {
        List<Deferred<Collection<EntryId>>> proposals = new ArrayList<>();
        List<Deferred<Boolean>> preparations = new ArrayList<>();
        int asked = request.probes().size();
        for (Probe probe : request.probes()) {
            Optional<ProbeLookup> found = lookup(probe, request);
            if (found.isEmpty()) {
                break;
            }
            ProbeLookup lookup = found.get();
            probes.add(lookup);
            if (overlap == Overlap.ALL) {
                preparations.add(Deferred.start(() -> {
                    lookup.prepare();
                    return true;
                }));
            }
            boolean last = probes.size() == asked;
            proposals.add(run(overlap != Overlap.NONE && !last, lookup::propose));
        }
        Set<EntryId> candidates = new LinkedHashSet<>();
        for (int i = 0; i < proposals.size(); i++) {
            Collection<EntryId> proposed = proposals.get(i).get();
            if (request.probes().get(i).proposes()) {
                candidates.addAll(proposed);
            }
        }
        preparations.forEach(Deferred::get);
        return candidates;
    }

    private Optional<ProbeLookup> lookup(Probe probe, EvidenceRequest request) {
        return switch (probe) {
            case Probe.Words words -> Optional.of(new WordLookup(
                    lookups.lexical(words.model(), words.text(), request.filter()), request.depth()));
            case Probe.Vector vector -> vector.vector().get().map(known -> new VectorLookup(
                    lookups.dense(vector.space(), known, request.filter()), vector.score(), request.depth()));
        };
    }

    private static <T> Deferred<T> run(boolean beside, Supplier<T> work) {
        return beside ? Deferred.start(work) : Deferred.done(work.get());
    }

    /** The same of each probe, in order. The last one is done by this thread. */
    private <T> List<T> atOnce(List<ProbeLookup> some, Function<ProbeLookup, T> work) {
        List<Deferred<T>> results = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            ProbeLookup probe = some.get(i);
            results.add(run(overlap == Overlap.ALL && i + 1 < some.size(), () -> work.apply(probe)));
        }
        return results.stream().map(Deferred::get).toList();
    }

    @Override
    public List<ProbeEvidence> probes() {
        return evidence;
    }

    @Override
    public Set<EntryId> sections() {
        return sections;
    }

    @Override
    public Map<EntryId, Long> answers() {
        return answers;
    }

    @Override
    public Map<EntryId, List<byte[]>> tokens(String space, Collection<EntryId> ids) {
        return lookups.tokens(space, ids);
    }

    @Override
    public int total(int probe) {
        return probes.get(probe).total();
    }

    @Override
    public HitDetails details(List<EntryId> ids, Collection<EntryId> unread, boolean explain) {
        boolean beside = overlap == Overlap.ALL;
        Deferred<Map<EntryId, StoredEntry>> entries = run(beside && !unread.isEmpty(),
                () -> unread.isEmpty() ? Map.of() : lookups.entries(unread));
        Deferred<Map<EntryId, List<TermScore>>> terms = run(beside && explain, () -> explain ? explain(ids) : Map.of());
        List<Map<EntryId, Candidate>> located = atOnce(probes, probe -> probe.locate(ids));
        return new HitDetails(located, terms.get(), entries.get());
    }

    private Map<EntryId, List<TermScore>> explain(List<EntryId> ids) {
        return probes.stream().map(probe -> probe.explain(ids)).filter(terms -> !terms.isEmpty()).findFirst()
                .orElse(Map.of());
    }
}
