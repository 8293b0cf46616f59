package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/** The topics of a corpus as text, each with a bar for its share of the entries. */
public record TopicsText(Terminal terminal) {

    private static final int LONGEST_BAR = 12;
    /** A part of a column, from no eighth to seven. */
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    public List<StyledText> of(TopicMap map) {
        List<StyledText> lines = new ArrayList<>();
        int most = map.topics().stream().mapToInt(TopicMap.Topic::size).max().orElse(1);
        int digits = Integer.toString(most).length();
        for (TopicMap.Topic topic : map.topics()) {
            StyledText before = bar((double) topic.size() / most)
                    .plus(String.format(Locale.ROOT, " %3d %%  %" + digits + "d  ",
                            Math.round(100.0 * topic.size() / map.entries().size()), topic.size()));
            lines.addAll(Paragraph.behind(before, terminal.textWidth())
                    .lines(StyledText.of(topic.label(), Style.BOLD)));
            topic.representatives().forEach(place -> lines.addAll(Paragraph.indented(terminal.textWidth(),
                    before.columns()).lines(StyledText.of(place.question(), Style.FAINT))));
        }
        lines.add(StyledText.EMPTY);
        lines.add(StyledText.of(String.format(Locale.ROOT, "%d entries, %d topics, %d in none, %.1f s",
                map.entries().size(), map.topics().size(), map.withoutTopic(), map.seconds()), Style.FAINT));
        return lines;
    }

    /** A bar, and blanks up to the longest. The bar of the largest topic is the longest. */
    static StyledText bar(double share) {
        int eighths = (int) Math.max(1, Math.round(8 * LONGEST_BAR * share));
        String blocks = "█".repeat(eighths / 8)
                + (eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8)));
        return StyledText.of(blocks, Style.ACCENT).padded(LONGEST_BAR);
    }
}
