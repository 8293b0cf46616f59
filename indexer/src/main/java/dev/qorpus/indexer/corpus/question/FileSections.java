package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.coverage.CoverageBuilder;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.section.DocumentTitle;
import dev.qorpus.indexer.corpus.section.Headline;
import dev.qorpus.indexer.corpus.section.LeftOutBlock;
import dev.qorpus.indexer.corpus.section.LeftOutBlocks;
import dev.qorpus.indexer.corpus.section.Place;
import dev.qorpus.indexer.corpus.section.Section;
import dev.qorpus.indexer.corpus.section.SectionFinder;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * The text of a file beside its questions.
 *
 * @param file the file
 * @param title the title of the document; empty if it has none that tells something
 * @param headings all headings, in order
 * @param sections the sections, in order
 * @param leftOut the blocks that are in no entry
 * @param asked the offsets of the questions
 */
record FileSections(MarkdownFile file, String title, List<QuestionMarker> headings, List<Section> sections,
        List<LeftOutBlock> leftOut, Set<Integer> asked) {

    /** Fewer words under a heading such as "Contents", or in an image alone, are no section. */
    private static final int LEAST_WORDS = 5;
    private static final Pattern IMAGE = Pattern.compile(
            "(?i)\\s*(?:(?:!\\[[^\\[\\]]{0,300}\\]\\([^()]{0,500}\\)|</?(?:p|img|div|center|a|br)\\b[^<>]{0,500}>)\\s*)+");

    /** @param keys the places of answer keys */
    static FileSections of(MarkdownFile file, Node document, List<QuestionMarker> markers, QuestionLayout layout,
            List<Place> keys) {
        List<QuestionMarker> headings = markers.stream().filter(QuestionMarker::isHeading).toList();
        HeadingOutline outline = new HeadingOutline(file.source(), headings);
        List<LeftOutBlock> leftOut = new ArrayList<>();
        List<Place> claimed = withTables(Stream.concat(layout.questions().stream()
                .flatMap(FileSections::claimed), keys.stream()).toList(), document, leftOut);
        Set<String> repeated = new HashSet<>();
        Stream.concat(headings.stream(), layout.questions().stream().map(SourceRegion::question))
                .forEach(marker -> repeat(marker, repeated));
        SectionFinder finder = new SectionFinder(file.source(), List.of(), claimed, List.of());
        // What is left of the front of a card: its number, and ids.
        layout.questions().stream().map(SourceRegion::question).filter(Objects::nonNull)
                .filter(card -> card.form() == Form.CARD)
                .forEach(card -> leftOut
                        .add(new LeftOutBlock(new Place(card.start(), card.bodyStart()), LeftOutRule.MARKUP)));
        keys.forEach(key -> leftOut.add(new LeftOutBlock(key, LeftOutRule.LABEL)));
        leftOut.addAll(new LeftOutBlocks(repeated).of(document, offset -> !finder.isClaimed(offset)));
        List<Headline> lines = headings.stream().map(heading -> headline(heading, outline)).toList();
        return new FileSections(file, title(file, outline), headings,
                new SectionFinder(file.source(), lines, claimed, leftOut).sections(), leftOut,
                claimed.stream().map(Place::start).collect(Collectors.toSet()));
    }

    private static Stream<Place> claimed(SourceRegion region) {
        QuestionMarker question = region.question();
        return question == null
                ? Stream.empty()
                : Stream.of(new Place(question.start(), Math.max(region.end(), question.bodyStart())));
    }

    /** A table of questions is claimed as a whole, with its other columns. Its head labels the columns. */
    private static List<Place> withTables(List<Place> questions, Node document, List<LeftOutBlock> heads) {
        List<Place> claimed = new ArrayList<>(questions);
        TreeSet<Integer> starts = questions.stream().map(Place::start).collect(Collectors.toCollection(TreeSet::new));
        for (Node block : Blocks.children(document)) {
            if (block instanceof TableBlock) {
                Place table = new Place(Blocks.start(block), Blocks.end(block));
                Integer question = starts.ceiling(table.start());
                if (question != null && question < table.end()) {
                    claimed.add(table);
                    if (block.getFirstChild() instanceof TableHead head) {
                        heads.add(new LeftOutBlock(new Place(Blocks.start(head), Blocks.end(head)), LeftOutRule.LABEL));
                    }
                }
            }
        }
        return claimed;
    }

    private static void repeat(@Nullable QuestionMarker marker, Set<String> repeated) {
        if (marker != null) {
            repeated.add(LeftOutBlocks.key(marker.words().question()));
            repeated.add(LeftOutBlocks.key(marker.words().written()));
        }
    }

    private static Headline headline(QuestionMarker heading, HeadingOutline outline) {
        String words = heading.words().question();
        boolean above = !outline.isTitle(heading) && !HeadingWords.isBoilerplate(words);
        return new Headline(heading.start(), heading.bodyStart(), HeadingLevels.levelOf(heading),
                HeadingWords.withoutArrow(words), above);
    }

    private static String title(MarkdownFile file, HeadingOutline outline) {
        String written = file.frontMatter().title();
        if (written == null && outline.size() > 0 && outline.isTitle(outline.get(0))) {
            written = outline.get(0).words().written();
        }
        return DocumentTitle.of(file.name(), written);
    }

    /** Adds the entries of the sections. */
    void addTo(EntryBuilder builder) {
        for (Section section : sections) {
            boolean untitled = section.heading() < 0 || headings.get(section.heading()).words().written().isBlank();
            QuestionMarker heading = untitled
                    ? untitled(section.pieces().getFirst())
                    : headings.get(section.heading());
            boolean introduces = LeftOutBlocks.announcesContents(heading.words().question())
                    || (section.divides() && section.pieces().stream().allMatch(this::isImage));
            int least = introduces ? LEAST_WORDS : 1;
            builder.section(heading, section, least);
        }
    }

    private boolean isImage(Place piece) {
        return IMAGE.matcher(file.source().slice(piece.start(), piece.end())).matches();
    }

    /** Names the rules for the text that no entry claimed. */
    void leaveOut(CoverageBuilder coverage, List<Entry> entries) {
        coverage.leaveOutEntities();
        Set<String> said = new HashSet<>(entries.isEmpty() ? List.of() : List.of(title));
        entries.forEach(entry -> said.addAll(entry.section()));
        for (QuestionMarker heading : headings) {
            String words = heading.words().question();
            if (said.contains(words) || said.contains(heading.words().written())
                    || said.contains(HeadingWords.withoutArrow(words))) {
                coverage.claim(new int[]{heading.start(), heading.bodyStart()}, List.of(heading.words().written()));
            } else if (!asked.contains(heading.start())) {
                coverage.leaveOut(heading.start(), heading.bodyStart(), LeftOutBlocks.announcesContents(words)
                        ? LeftOutRule.TABLE_OF_CONTENTS
                        : LeftOutRule.HEADING_WITHOUT_TEXT);
            }
        }
        leftOut.forEach(block -> coverage.leaveOut(block.place().start(), block.place().end(), block.rule()));
        coverage.leaveOutLabels();
    }

    /** Text without a heading of its own is named after the document. */
    private QuestionMarker untitled(Place text) {
        String name = title.isEmpty()
                ? DocumentTitle.readable(file.name().substring(file.name().lastIndexOf('/') + 1))
                : title;
        int start = text.start();
        return new QuestionMarker(Form.FRONT_MATTER, start, start, text.end(), 0, QuestionText.of(name), null,
                Nesting.NONE);
    }
}
