package dev.qorpus.search.query;

import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.schema.IndexManifest;

/**
 * Reads questions as people give them: shortens what is too long, and understands operators. It refuses none, and its notes
 * tell what a text does that its asker may not expect.
 *
 * @param manifest of the index, whose filter fields operators may name
 */
public record QuestionReader(IndexManifest manifest) {

    /** What is searched for, and what is demanded. */
    public ParsedQuestion read(Query query) {
        ShortenedQuestion shortened = ShortenedQuestion.of(withoutControls(query.text()));
        List<String> notes = new ArrayList<>(shortened.notes());
        if (!Query.hasWord(shortened.text())) {
            notes.add("The question has no letter and no digit, so nothing is searched for.");
        }
        boolean plain = !query.reading().operators() || !shortened.notes().isEmpty();
        ParsedQuestion parsed = plain
                ? ParsedQuestion.plain(shortened.text())
                : new QueryLanguage(new FieldValues(manifest)).parse(shortened.text());
        notes.addAll(parsed.notes());
        notes.addAll(new Filters(manifest).notes(parsed.operators()));
        return new ParsedQuestion(parsed.text(), parsed.operators(), notes);
    }

    /** Control characters separate words. */
    private static String withoutControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.codePoints().map(sign -> Character.isISOControl(sign) && sign != '\n' ? ' ' : sign)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                : text;
    }
}
