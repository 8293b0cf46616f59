package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/** Finds cards whose sides are under the headings "Front" and "Back", perhaps with "Note" and "Tags" before them. */
final class CardHeadings {

    private static final Set<String> BEFORE = Set.of("note", "tags", "card", "cloze");

    private CardHeadings() {}

    /** Replaces these headings by cards. */
    static void replace(List<QuestionMarker> markers, SourceText source) {
        List<QuestionMarker> headings = markers.stream().filter(QuestionMarker::isHeading).toList();
        for (int i = 0; i + 1 < headings.size(); i++) {
            if (is(headings.get(i), "front") && is(headings.get(i + 1), "back")) {
                int first = i;
                while (first > 0 && BEFORE.contains(words(headings.get(first - 1)))) {
                    first--;
                }
                int end = i + 2 < headings.size() ? headings.get(i + 2).start() : source.length();
                QuestionMarker card = card(headings.subList(first, i + 2), source, end);
                int start = card.start();
                markers.removeIf(marker -> marker.start() >= start && marker.start() < end);
                markers.add(card);
            }
        }
        markers.sort(java.util.Comparator.comparingInt(QuestionMarker::start));
    }

    private static QuestionMarker card(List<QuestionMarker> headings, SourceText source, int end) {
        QuestionMarker front = headings.get(headings.size() - 2);
        QuestionMarker back = headings.getLast();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i + 2 < headings.size(); i++) {
            if (is(headings.get(i), "tags")) {
                String text = source.slice(headings.get(i).bodyStart(), headings.get(i + 1).start());
                tags.addAll(text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("```"))
                        .toList());
            }
        }
        String question = Blocks.text(Markdown.parse(source.slice(front.bodyStart(), back.start()).strip()));
        return new QuestionMarker(Form.CARD, headings.getFirst().start(), back.bodyStart(), end, 0,
                QuestionText.of(question).asCard(tags), null, Nesting.NONE);
    }

    private static boolean is(QuestionMarker heading, String words) {
        return words(heading).equals(words);
    }

    private static String words(QuestionMarker heading) {
        return heading.words().question().strip().toLowerCase(Locale.ROOT);
    }
}
