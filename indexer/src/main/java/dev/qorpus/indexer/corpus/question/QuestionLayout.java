package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.AnswerKeys;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * The layout of the questions in one file. It is chosen in this order: headings that ask, other forms between the
 * headings, the file as one question, and headings of any wording.
 *
 * @param questions the questions in order, each with the region of its answer
 * @param kind what the entries of these regions are
 * @param reason the chosen forms and why they were chosen, in one line
 */
record QuestionLayout(List<SourceRegion> questions, EntryKind kind, String reason) {

    /** The file from which the layout is chosen. */
    private record Input(SourceText source, FrontMatter frontMatter, List<QuestionMarker> headings,
            List<QuestionMarker> others,
            boolean announced) {}

    /**
     * Chooses the layout of a file.
     *
     * @param file the file, whose name may announce questions
     * @param markers all places that have the form of a question
     */
    static QuestionLayout of(MarkdownFile file, List<QuestionMarker> markers) {
        FrontMatter frontMatter = file.frontMatter();
        String title = frontMatter.title();
        boolean announced = HeadingWords.announcesQuestions(nameWords(file.name()))
                || (title != null && HeadingWords.announcesQuestions(title));
        Input input = new Input(file.source(), frontMatter, markers.stream().filter(QuestionMarker::isHeading).toList(),
                markers.stream().filter(marker -> !marker.isHeading()).toList(), announced);
        if (frontMatter.question() != null) {
            return whole(input, frontMatter.question(), EntryKind.QUESTION, "the front matter has a question");
        }
        QuestionLayout found = marked(input);
        long asking = found.questions.stream().map(SourceRegion::question)
                .filter(question -> question != null && HeadingWords.endsAsQuestion(question.words().question()))
                .count();
        if (title != null && HeadingWords.endsAsQuestion(title) && asking < 2) {
            return whole(input, title, EntryKind.QUESTION, "the title in the front matter is a question");
        }
        String name = nameWords(file.name()).strip();
        if (title == null && HeadingWords.endsAsQuestion(name) && asking < 2 && !file.source().text().isBlank()) {
            return whole(input, name, EntryKind.QUESTION, "the name of the file is a question");
        }
        return found.questions.isEmpty() ? unmarked(input) : found;
    }

    /** Ends each answer before a key. */
    QuestionLayout before(AnswerKeys keys) {
        return new QuestionLayout(questions.stream().map(region -> new SourceRegion(region.question(),
                region.boilerplate(), region.section(), region.start(),
                keys.startBetween(region.start(), region.end()))).toList(), kind, reason);
    }

    private static String nameWords(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.replaceAll("\\.\\w+$", "").replaceAll("[_-]+", " ");
    }

    /** The layout of a file in which questions are marked. */
    private static QuestionLayout marked(Input input) {
        HeadingLayout headings = new HeadingLayout(input.source, input.headings, input.announced, false);
        boolean announced = input.announced || input.headings.stream()
                .anyMatch(heading -> HeadingWords.announcesQuestions(heading.words().question()));
        InlineLayout all = new InlineLayout(input.source, input.others, headings.regions(), announced);
        List<SourceRegion> regions = headings.regions().stream().map(region -> asSection(region, all))
                .flatMap(region -> beforeCards(region, input.others)).toList();
        InlineLayout inline = new InlineLayout(input.source, input.others, regions, announced);
        List<SourceRegion> questions = new ArrayList<>();
        for (SourceRegion region : regions) {
            if (region.question() != null) {
                questions.add(region);
            } else {
                questions.addAll(inline.split(region));
            }
        }
        return new QuestionLayout(questions, EntryKind.QUESTION, reason(questions, headings.outside()));
    }

    /** Ends the answer of a question before the first flashcard below it. */
    private static Stream<SourceRegion> beforeCards(SourceRegion region, List<QuestionMarker> others) {
        QuestionMarker question = region.question();
        Optional<QuestionMarker> card = question == null
                ? Optional.empty()
                : others.stream().filter(other -> other.form() == Form.CARD && other.start() >= region.start()
                        && other.start() < region.end()).findFirst();
        return card.isEmpty()
                ? Stream.of(region)
                : Stream.of(new SourceRegion(question, false, region.section(), region.start(), card.get().start()),
                        new SourceRegion(null, false, region.section(), card.get().start(), region.end()));
    }

    /** Turns a heading over several labelled or hidden questions into their section. */
    private static SourceRegion asSection(SourceRegion region, InlineLayout inline) {
        QuestionMarker heading = region.question();
        if (heading == null || !inline.isSection(region, heading.words())) {
            return region;
        }
        List<String> section = new ArrayList<>(region.section());
        section.add(heading.words().question());
        return new SourceRegion(null, false, section, region.start(), region.end());
    }

    /**
     * The layout of a file without marked questions: the file is one section, or each of its headings is one. In a file
     * that announces questions, these are questions.
     */
    private static QuestionLayout unmarked(Input input) {
        List<SourceRegion> questions = new HeadingLayout(input.source, input.headings, false, true).regions().stream()
                .filter(region -> region.question() != null).toList();
        boolean announced = input.announced || (!input.headings.isEmpty()
                && HeadingWords.announcesQuestions(input.headings.getFirst().words().question()));
        // The questions that a title announces may be listed in the front matter.
        EntryKind kind = announced && input.frontMatter.pairs().isEmpty() ? EntryKind.QUESTION : EntryKind.SECTION;
        String title = input.frontMatter.title();
        if (title != null && questions.size() < 2 && !input.source.text().isBlank()) {
            return whole(input, title, kind, "a title in the front matter, and no question in the text");
        }
        return new QuestionLayout(questions, kind, questions.isEmpty()
                ? "no question recognised"
                : questions.size() + " headings with text under them; none looks like a question");
    }

    private static QuestionLayout whole(Input input, String question, EntryKind kind, String reason) {
        int end = input.source.length();
        // A first heading that repeats the title is not part of the answer.
        boolean repeated = !input.headings.isEmpty()
                && input.headings.getFirst().words().question().equalsIgnoreCase(question.strip());
        int start = repeated ? input.headings.getFirst().bodyStart() : input.frontMatter.end();
        QuestionMarker marker = new QuestionMarker(Form.FRONT_MATTER, 0, start, end, 0, QuestionText.of(question), null,
                Nesting.NONE);
        return new QuestionLayout(List.of(SourceRegion.of(marker, List.of(), start, end)), kind,
                "one " + kind.id() + ": " + reason);
    }

    private static String reason(List<SourceRegion> questions, int outside) {
        Map<Form, Integer> forms = new EnumMap<>(Form.class);
        int marks = 0;
        int numbers = 0;
        for (SourceRegion region : questions) {
            QuestionMarker question = region.question();
            if (question != null) {
                forms.merge(question.form(), 1, Integer::sum);
                marks += HeadingWords.endsAsQuestion(question.words().question()) ? 1 : 0;
                numbers += question.words().number() == null ? 0 : 1;
            }
        }
        String found = forms.entrySet().stream().map(form -> form.getValue() + " in " + form.getKey().description())
                .collect(Collectors.joining(", "));
        String leftOut = outside == 0
                ? ""
                : "; " + outside + " more outside the section that announces questions are sections";
        return found + " (" + marks + " end with a question mark, " + numbers + " are numbered)" + leftOut;
    }
}
