package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.flashcards.CardSyntax;
import dev.qorpus.indexer.corpus.html.PlainText;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.question.words.LabelWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds cards and questions whose sides have a heading each: "Front" and "Back", "Question" and "Answer", and the fields of a
 * note of Anki that {@code ki} wrote, whose names are any.
 */
final class CardHeadings {

    private static final Set<String> FRONTS = Set.of("front", "vorderseite", "recto", "anverso", "fronte", "voorkant",
            "лицевая сторона", "正面", "表面");
    private static final Set<String> BACKS = Set.of("back", "rückseite", "verso", "reverso", "retro", "achterkant",
            "оборотная сторона", "背面", "裏面");
    private static final Pattern QUESTION = Pattern.compile("(?iu)" + LabelWords.QUESTION);
    /** What may be above the sides. */
    private static final Pattern BEFORE = Pattern
            .compile("(?iu)(?:note|tags|cards?|cloze|karte|notiz|flashcard|" + LabelWords.QUESTION + ")\\s*#?\\d{0,5}");
    private static final Pattern NOTE = Pattern.compile("\\s*```\\s*\\R(?:\\w+:.*\\R)*?guid:");
    private static final String TAGS = "tags";

    private final List<QuestionMarker> headings;
    private final SourceText source;

    private CardHeadings(List<QuestionMarker> markers, SourceText source) {
        this.headings = markers.stream().filter(QuestionMarker::isHeading).toList();
        this.source = source;
    }

    /** Replaces these headings by cards. */
    static void replace(List<QuestionMarker> markers, SourceText source) {
        CardHeadings cards = new CardHeadings(markers, source);
        List<QuestionMarker> found = cards.find();
        if (!found.isEmpty()) {
            List<QuestionMarker> kept = new ArrayList<>(markers.size());
            int card = 0;
            for (QuestionMarker marker : markers) {
                while (card < found.size() && found.get(card).bodyEnd() <= marker.start()) {
                    card++;
                }
                if (card == found.size() || marker.start() < found.get(card).start()) {
                    kept.add(marker);
                }
            }
            markers.clear();
            markers.addAll(kept);
            markers.addAll(found);
            markers.sort(Comparator.comparingInt(QuestionMarker::start));
        }
    }

    private List<QuestionMarker> find() {
        List<QuestionMarker> found = new ArrayList<>();
        for (int i = 0; i < headings.size();) {
            int end = isNote(i) ? note(i, found) : sides(i, found);
            i = Math.max(i + 1, end);
        }
        return found;
    }

    private boolean isNote(int index) {
        QuestionMarker heading = headings.get(index);
        return words(heading).equals("note")
                && NOTE.matcher(source.slice(heading.bodyStart(), start(index + 1))).lookingAt();
    }

    /** Adds a note of {@code ki}. Returns the index of the heading behind it. */
    private int note(int index, List<QuestionMarker> found) {
        int end = index + 1;
        while (end < headings.size() && !isNote(end) && headings.get(end).level() > headings.get(index).level()) {
            end++;
        }
        int front = index + 1;
        while (front < end && words(headings.get(front)).equals(TAGS)) {
            front++;
        }
        if (front < end) {
            String text = source.slice(headings.get(front).bodyStart(), start(front + 1));
            boolean whole = CardSyntax.hasGaps(text) || front + 1 == end;
            QuestionMarker back = headings.get(whole ? front : front + 1);
            found.add(card(index, back, start(end), text));
        }
        return end;
    }

    /** Adds a card whose front is under a heading, if it is one. Returns the index of the heading behind it. */
    private int sides(int index, List<QuestionMarker> found) {
        if (index + 1 == headings.size()) {
            return index;
        }
        QuestionMarker front = headings.get(index);
        QuestionMarker back = headings.get(index + 1);
        boolean card = FRONTS.contains(words(front)) && BACKS.contains(words(back));
        boolean question = QUESTION.matcher(words(front)).matches() && HeadingWords.isAnswer(words(back))
                && front.level() == back.level();
        String asked = source.slice(front.bodyStart(), back.start());
        if (!(card || question) || asked.isBlank()) {
            return index;
        }
        int first = index;
        while (first > 0 && BEFORE.matcher(words(headings.get(first - 1))).matches()
                && (found.isEmpty() || headings.get(first - 1).start() >= found.getLast().bodyEnd())) {
            first--;
        }
        int end = index + 2;
        while (end < headings.size() && headings.get(end).level() > back.level()) {
            end++;
        }
        QuestionMarker marker = card(first, back, start(end), asked);
        found.add(card
                ? marker
                : new QuestionMarker(Form.LABEL, marker.start(), marker.bodyStart(), marker.bodyEnd(), 0,
                        marker.words(), null, Nesting.NONE));
        return end;
    }

    /** @param first the index of the first heading of the card */
    private QuestionMarker card(int first, QuestionMarker back, int end, String front) {
        List<String> tags = new ArrayList<>();
        for (int i = first; i < headings.size() && headings.get(i).start() < back.start(); i++) {
            if (words(headings.get(i)).equals(TAGS)) {
                String text = source.slice(headings.get(i).bodyStart(), start(i + 1));
                tags.addAll(text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("```"))
                        .toList());
            }
        }
        // A question is a single line, and all of the front belongs to it.
        String question = PlainText.ofMarkdown(CardSyntax.withGaps(front)).strip().replaceAll("\\s+", " ");
        return new QuestionMarker(Form.CARD, headings.get(first).start(), back.bodyStart(), end, 0,
                QuestionText.of(question).asCard(tags), null, Nesting.NONE);
    }

    private int start(int index) {
        return index < headings.size() ? headings.get(index).start() : source.length();
    }

    private static String words(QuestionMarker heading) {
        return heading.words().written().strip().toLowerCase(Locale.ROOT);
    }
}
