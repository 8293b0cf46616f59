package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.result.AlignedWord;
import dev.qorpus.search.result.Duplicate;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.GroupCounts;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.HitGroup;
import dev.qorpus.search.result.PassageHit;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.json.ResultsView;

/** Results as text. */
public record ResultsText(Console console) {

    private static final int WIDTH = 92;
    /** Below this confidence, it matters which words are missing. Others may only be other words for the same. */
    private static final double UNSURE_BELOW = 0.5;
    /** How many of the entries with the same answer are named. */
    private static final int FEW = 4;

    public String of(Results results) {
        List<String> lines = new ArrayList<>();
        if (!results.corrections().isEmpty()) {
            lines.add("Also searched for: " + results.corrections().stream()
                    .map(correction -> correction.to() + " (for " + correction.from() + ")")
                    .collect(Collectors.joining(", ")) + ". Only as typed: --typed\n");
        }
        results.notes().forEach(note -> lines.add(note + "\n"));
        if (results.lexicalOnly()) {
            lines.add(ResultsView.LEXICAL_ONLY + "\n");
        }
        if (results.hits().isEmpty()) {
            lines.add(nothing(results));
        } else if (!results.answered() && results.hits().getFirst().rank() == 1) {
            lines.add(results.confident()
                    ? "The question is in the corpus, but has no answer yet:\n"
                    : "Probably nothing here answers that. The nearest entries:\n");
        }
        if (!results.missing().words().isEmpty() && results.confidence() < UNSURE_BELOW && !results.hits().isEmpty()
                && results.hits().getFirst().rank() == 1) {
            lines.add(format("The first hit is without: %s. Confidence %.2f.\n",
                    String.join(", ", results.missing().words()), results.confidence()));
        }
        addHits(results.hits(), lines);
        lines.add(console.faint(format("%s of %d, %s, %s, %.1f ms", ranks(results.hits()), results.total(),
                results.mode(), results.model(), results.tookMillis())));
        return String.join("\n", lines);
    }

    /** A group has a heading where it follows another one. */
    private void addHits(List<Hit> hits, List<String> lines) {
        HitGroup before = null;
        for (Hit hit : hits) {
            if (before != null && before != hit.group()) {
                lines.add(console.faint(hit.group() == HitGroup.RELATED ? "Related" : "Others") + "\n");
            }
            before = hit.group();
            add(hit, lines);
        }
    }

    /** The ranks that are listed: how many hits, or from where to where. */
    private static String ranks(List<Hit> hits) {
        return hits.isEmpty() || hits.getFirst().rank() == 1
                ? Integer.toString(hits.size())
                : hits.getFirst().rank() + " to " + hits.getLast().rank();
    }

    private static String nothing(Results results) {
        if (results.total() > 0) {
            return "There are no further hits. Try a lower --offset.";
        }
        if (!results.groups().equals(GroupCounts.NONE)) {
            return "No entry is near enough. Leave out --cut to see the others.";
        }
        return results.notes().isEmpty()
                ? "No entry matches. Try --mode hybrid, or fewer filters."
                : "No entry matches.";
    }

    private void add(Hit hit, List<String> lines) {
        Entry entry = hit.entry();
        String number = entry.number() == null ? "" : entry.number() + ". ";
        lines.add(format("%2d  %s  %.3f", hit.rank(), console.bold(number + entry.question()), hit.score()));
        String meaning = hit.dense().rank() == 0
                ? ""
                : format("  meaning #%d (%.2f)", hit.dense().rank(), hit.dense().score());
        // An entry without a word of the question has a place behind those that have one, which tells nothing.
        String words = hit.lexical().score() == 0
                ? "no word shared"
                : format("words #%d (%.2f)", hit.lexical().rank(), hit.lexical().score());
        String read = hit.rerank().rank() == 0
                ? ""
                : format("  reranker #%d (%.2f)", hit.rerank().rank(), hit.rerank().score());
        lines.add(console.faint(format("    %s:%d  %s%s%s%s", entry.file(), entry.line(), words, meaning, read,
                place(entry))));
        PassageHit passage = hit.passage();
        lines.add(passage == null ? "    (no answer yet)" : wrap(passage.text()));
        if (!hit.duplicates().isEmpty()) {
            lines.add(console.faint("    and " + hit.duplicates().size() + " more with the same answer: "
                    + places(hit.duplicates())));
        }
        Explanation explanation = hit.explanation();
        if (explanation != null) {
            add(explanation, lines);
        }
        lines.add("");
    }

    private static String places(List<Duplicate> duplicates) {
        String first = duplicates.stream().limit(FEW)
                .map(duplicate -> duplicate.file() + ":" + duplicate.line()).collect(Collectors.joining(", "));
        return duplicates.size() > FEW ? first + ", …" : first;
    }

    private static String place(Entry entry) {
        List<String> headings = new ArrayList<>(entry.section());
        if (!entry.title().isEmpty()) {
            headings.addFirst(entry.title());
        }
        String place = headings.isEmpty() ? "" : "  " + String.join(" › ", headings);
        return place + (entry.type() == null ? "" : "  " + entry.type());
    }

    private static void add(Explanation explanation, List<String> lines) {
        lines.add(format("    why: %s = %.4f", explanation.fusion(), explanation.score()));
        if (explanation.prior() < 1) {
            lines.add(format("      a section counts %.2f times as much as a question", explanation.prior()));
        }
        for (ScorePart part : explanation.parts()) {
            String rank = part.rank() == 0 ? "-" : "#" + part.rank();
            lines.add(format("      %-8s %-5s %8.4f → %.4f × %.2f = %.4f", part.name(), rank, part.raw(),
                    part.normalised(), part.weight(), part.contribution()));
        }
        for (AlignedWord pair : explanation.alignment()) {
            lines.add(format("      nearest  %-16s %8.4f %s%s", pair.word(), pair.cosine(), pair.partner(),
                    pair.inQuestion() ? " (in the question)" : ""));
        }
        for (TermScore term : explanation.terms()) {
            lines.add(format("      word     %-16s %8.4f of at most %.4f", term.term(), term.score(), term.idf()));
        }
    }

    private static String wrap(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            StringBuilder row = new StringBuilder("   ");
            for (String word : line.split(" ", -1)) {
                if (row.length() + word.length() + 1 > WIDTH && !row.toString().isBlank()) {
                    lines.add(row.toString());
                    row = new StringBuilder("   ");
                }
                row.append(' ').append(word);
            }
            lines.add(row.toString());
        }
        return String.join("\n", lines);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
