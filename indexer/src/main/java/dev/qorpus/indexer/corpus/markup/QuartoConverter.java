package dev.qorpus.indexer.corpus.markup;

import java.util.List;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.source.MappedText;

/** Makes Markdown of Quarto and R Markdown: the fences of divs and shortcodes are markup, and the text within them stays. */
final class QuartoConverter {

    private static final Pattern DIV = Pattern.compile("\\s*:{3,}\\s*(?:\\{[^}]{0,500}\\}|[\\w-]{0,80})\\s*:*\\s*");
    private static final Pattern CODE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%].{0,500}?[>%]\\}\\}");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\A(#{1,6}\\s.*?)\\s*\\{[.#-][^}]{0,300}\\}\\s*\\z");
    private static final Pattern TITLE = Pattern.compile("\\btitle=\"([^\"]{1,300})\"");

    private QuartoConverter() {}

    static void convert(List<String> lines, MappedText out) {
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            var mark = CODE.matcher(line);
            if (mark.matches() && (fence.isEmpty() || mark.group(1).startsWith(fence))) {
                fence = fence.isEmpty() ? mark.group(1) : "";
            } else if (fence.isEmpty()) {
                line = text(line);
            }
            out.add(line, i + 1);
            if (fence.isEmpty() && DIV.matcher(lines.get(i)).matches()) {
                out.add("", i + 1);
            }
        }
    }

    private static String text(String line) {
        if (DIV.matcher(line).matches()) {
            var title = TITLE.matcher(line);
            return title.find() ? "**" + title.group(1) + "**" : "";
        }
        String bare = line.contains("{{") ? SHORTCODE.matcher(line).replaceAll("") : line;
        return bare.startsWith("#") ? ATTRIBUTES.matcher(bare).replaceFirst("$1") : bare;
    }
}
