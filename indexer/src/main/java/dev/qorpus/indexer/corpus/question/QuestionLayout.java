package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.markdown.FrontMatter;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * How the questions of one file are written, chosen from its structure: headings first, then the forms that
 * stand between headings that are no questions, then the file as a whole, and headings of any wording last.
 *
 * @param questions in order, each with the stretch that answers it
 * @param reason which forms were chosen and why, in one line
 */
record QuestionLayout(List<SourceRegion> questions, String reason) {

    /** What the choice is made from. */
    private record Case(SourceText source, FrontMatter frontMatter, List<QuestionMarker> headings,
            List<QuestionMarker> others,
            boolean announced) {}

    /**
     * Chooses the layout of a file.
     *
     * @param file its name, which may announce questions
     * @param markers all places that have the form of a question
     */
    static QuestionLayout of(String file, SourceText source, FrontMatter frontMatter, List<QuestionMarker> markers) {
        String title = frontMatter.title();
        boolean announced = HeadingWords.announcesQuestions(nameWords(file))
                || (title != null && HeadingWords.announcesQuestions(title));
        Case given = new Case(source, frontMatter, markers.stream().filter(QuestionMarker::isHeading).toList(),
                markers.stream().filter(marker -> !marker.isHeading()).toList(), announced);
        if (frontMatter.question() != null) {
            return whole(given, frontMatter.question(), "the front matter has a question");
        }
        QuestionLayout found = marked(given);
        long asking = found.questions.stream().map(SourceRegion::question)
                .filter(question -> question != null && HeadingWords.endsAsQuestion(question.words().question()))
                .count();
        if (title != null && HeadingWords.endsAsQuestion(title) && asking < 2) {
            return whole(given, title, "the title in the front matter is a question");
        }
        return found.questions.isEmpty() ? unmarked(given) : found;
    }

    private static String nameWords(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.replaceAll("\\.\\w+$", "").replaceAll("[_-]+", " ");
    }

    /** Questions that show themselves as such. */
    private static QuestionLayout marked(Case given) {
        HeadingLayout headings = new HeadingLayout(given.source, given.headings, given.announced, false);
        boolean announced = given.announced || given.headings.stream()
                .anyMatch(heading -> HeadingWords.announcesQuestions(heading.words().question()));
        InlineLayout all = new InlineLayout(given.source, given.others, headings.stretches(), announced);
        List<SourceRegion> stretches = headings.stretches().stream().map(stretch -> asSection(stretch, all)).toList();
        InlineLayout inline = new InlineLayout(given.source, given.others, stretches, announced);
        List<SourceRegion> questions = new ArrayList<>();
        for (SourceRegion stretch : stretches) {
            if (stretch.question() != null) {
                questions.add(stretch);
            } else {
                questions.addAll(inline.split(stretch));
            }
        }
        return new QuestionLayout(questions, reason(questions, headings.leftOut()));
    }

    /** A heading over several labelled or folded questions is their section. */
    private static SourceRegion asSection(SourceRegion stretch, InlineLayout inline) {
        QuestionMarker heading = stretch.question();
        if (heading == null || !inline.isSection(stretch, heading.words())) {
            return stretch;
        }
        List<String> section = new ArrayList<>(stretch.section());
        section.add(heading.words().question());
        return new SourceRegion(null, false, section, stretch.start(), stretch.end());
    }

    /** Nothing shows itself as a question: the file is one, or each of its headings. */
    private static QuestionLayout unmarked(Case given) {
        List<SourceRegion> questions = new HeadingLayout(given.source, given.headings, false, true).stretches().stream()
                .filter(stretch -> stretch.question() != null).toList();
        String title = given.frontMatter.title();
        if (title != null && questions.size() < 2 && !given.source.text().isBlank()) {
            return whole(given, title, "a title in the front matter, and no question in the text");
        }
        return new QuestionLayout(questions, questions.isEmpty()
                ? "no question recognised"
                : questions.size() + " headings with text under them; none looks like a question");
    }

    private static QuestionLayout whole(Case given, String question, String reason) {
        int end = given.source.length();
        // A first heading that repeats the title is no part of the answer.
        boolean repeated = !given.headings.isEmpty()
                && given.headings.getFirst().words().question().equalsIgnoreCase(question.strip());
        int start = repeated ? given.headings.getFirst().bodyStart() : given.frontMatter.end();
        QuestionMarker marker = new QuestionMarker(Form.FRONT_MATTER, 0, start, end, 0, QuestionText.of(question), null,
                Nesting.NONE);
        return new QuestionLayout(List.of(SourceRegion.of(marker, List.of(), start, end)), "one question: " + reason);
    }

    private static String reason(List<SourceRegion> questions, int leftOut) {
        Map<Form, Integer> forms = new EnumMap<>(Form.class);
        int marks = 0;
        int numbers = 0;
        for (SourceRegion stretch : questions) {
            QuestionMarker question = stretch.question();
            if (question != null) {
                forms.merge(question.form(), 1, Integer::sum);
                marks += HeadingWords.endsAsQuestion(question.words().question()) ? 1 : 0;
                numbers += question.words().number() == null ? 0 : 1;
            }
        }
        String found = forms.entrySet().stream().map(form -> form.getValue() + " in " + form.getKey().description())
                .collect(Collectors.joining(", "));
        String outside = leftOut == 0
                ? ""
                : "; " + leftOut + " outside of the section that announces questions left out";
        return found + " (" + marks + " end with a question mark, " + numbers + " are numbered)" + outside;
    }
}
