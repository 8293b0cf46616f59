package dev.qorpus.indexer.corpus.section;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the title of a document: the title in its front matter, its first heading, or its file name made readable. A
 * title that would fit every file, such as "FAQ", is replaced by the name of the file or of its folder.
 */
public final class DocumentTitle {

    private static final Pattern GENERIC = Pattern.compile(
            "(?:the )?(?:readme|_?index|home|main|contents?|_sidebar|summary|introduction|overview|docs?|documentation|notes?|content|src|topics?|pages?"
                    + "|faqs?|frequently[ -]asked[ -]questions?(?: \\(faqs?\\))?|common questions|questions?|q ?& ?a|questions? (?:and|&) answers?|help"
                    + "|häufige fragen|häufig gestellte fragen|fragen und antworten|preguntas frecuentes|perguntas frequentes|domande frequenti"
                    + "|foire aux questions|questions fréquentes|veelgestelde vragen|часто задаваемые вопросы|вопросы и ответы"
                    + "|常见问题|常見問題|よくある質問|자주 묻는 질문)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** The dates and numbers by which files are sorted. */
    private static final Pattern SORTING = Pattern.compile("\\A(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,14})[ ._-]+(?=\\p{L})");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:[-_][a-zA-Z]{2})?");
    private static final Pattern SUFFIX = Pattern.compile("\\.\\w{1,10}\\z");

    private DocumentTitle() {}

    /**
     * The title of a document; empty if nothing tells what it is about.
     *
     * @param file the path of the file below the corpus folder
     * @param written the title in the front matter or in the first heading, if there is one
     */
    public static String of(String file, @Nullable String written) {
        if (written != null && !isGeneric(written)) {
            return written.strip();
        }
        String[] path = file.split("/", -1);
        String name = readable(path[path.length - 1]);
        if (!isGeneric(name)) {
            return name;
        }
        String folder = path.length > 1 ? words(path[path.length - 2]) : "";
        if (!isGeneric(folder) && !LANGUAGE.matcher(folder).matches()) {
            return folder;
        }
        return written == null ? "" : written.strip();
    }

    /** The words of a file name, without its suffix. */
    public static String readable(String name) {
        return words(SUFFIX.matcher(name).replaceFirst(""));
    }

    private static String words(String name) {
        String sorted = SORTING.matcher(name).replaceFirst("");
        return sorted.contains(" ") ? sorted.strip() : sorted.replaceAll("[_-]+", " ").strip();
    }

    private static boolean isGeneric(String title) {
        String words = title.replaceAll("\\A[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N})]+\\z", "");
        return words.isEmpty() || GENERIC.matcher(words).matches();
    }
}
