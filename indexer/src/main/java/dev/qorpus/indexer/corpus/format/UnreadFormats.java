package dev.qorpus.indexer.corpus.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says of files in unknown formats why they are not read, and what to do about them. */
public final class UnreadFormats {

    /**
     * Why the files of some suffixes are not read.
     *
     * @param text the reason, and what to do about it
     * @param mayHoldText whether the files may hold text that could be converted
     * @param suffixes in lower case, with their points
     */
    private record Reason(String text, boolean mayHoldText, Set<String> suffixes) {

        Reason(String text, boolean mayHoldText, String suffixes) {
            this(text, mayHoldText, Set.of(suffixes.strip().split("\\s+")));
        }
    }

    private static final List<Reason> REASONS = List.of(
            new Reason("not read; convert them with pandoc", true, """
                    .docx .odt .rtf .epub .tex .latex .textile .mediawiki .wiki .creole .fb2 .opml .docbook .dbk .typ
                    .t2t .muse .jira .pod .man
                    """),
            new Reason("not read; convert them with pdftotext", true, ".pdf .ps .djvu"),
            new Reason("not read; save them as .docx, and convert them with pandoc", true,
                    ".doc .pages .wpd .one .gdoc"),
            new Reason("not read; save them as CSV", true, ".xlsx .xls .xlsm .ods .numbers .gsheet"),
            new Reason("not read; export them as text", true,
                    ".pptx .ppt .odp .key .canvas .excalidraw .drawio .xmind .mm"),
            new Reason("not read; export the deck as text in Anki", true, ".apkg .colpkg .anki2"),
            new Reason("not read; save them as text", true, ".eml .msg .mbox .vtt .srt"),
            new Reason("not read; no list of questions and answers in them", true,
                    ".json .yaml .yml .xml .txt .text"),
            new Reason("not text", false, """
                    .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .heic .psd .ai .eps .fig .sketch
                    .mp3 .wav .ogg .flac .m4a .mp4 .m4v .mov .avi .mkv .webm .ttf .otf .woff .woff2 .eot
                    .zip .gz .tgz .bz2 .xz .zst .7z .rar .tar .jar .war .whl .deb .rpm .dmg .iso .exe .dll .so .dylib
                    .bin .class .pyc .o .a .db .sqlite .sqlite3 .parquet .npy .npz .onnx .pt .pkl .lock .map .wasm .swf
                    """),
            new Reason("source code or settings", false, """
                    .java .kt .kts .scala .groovy .gradle .py .pyi .js .jsx .mjs .cjs .ts .tsx .vue .svelte .astro
                    .css .scss .sass .less .c .h .cc .cpp .cxx .hpp .m .swift .go .rs .rb .php .pl .pm .lua .r .jl
                    .cs .fs .vb .hs .elm .clj .cljs .ex .exs .erl .dart .sh .bash .zsh .fish .ps1 .bat .cmd .sql
                    .proto .graphql .tf .tfvars .hcl .nix .cmake .mk .toml .ini .cfg .conf .properties .env .xsd .xsl
                    .xslt .dtd .csproj .sln .iml .bib .csl .sty .cls .bst .plist .log .patch .diff .asm .s .el .vim
                    .tpl .j2 .ejs .erb .hbs .liquid .snap .po .pot .puml .mmd .dot .njk
                    """));

    private UnreadFormats() {}

    /**
     * The reason why files of a suffix are not read, and what to do about it.
     *
     * @param suffix the suffix with its point, in lower case, for example {@code .pdf}; or the empty string
     */
    public static String reason(String suffix) {
        return of(suffix).map(Reason::text).orElse(suffix.isEmpty()
                ? "not read; give them a suffix if they are text, such as .md"
                : "not read, because the format is not known; convert them to Markdown");
    }

    /** Whether the files of a suffix may hold text that could be converted. Images, archives and code do not. */
    public static boolean isText(String suffix) {
        return of(suffix).map(Reason::mayHoldText).orElse(true);
    }

    private static Optional<Reason> of(String suffix) {
        return REASONS.stream().filter(reason -> reason.suffixes().contains(suffix)).findFirst();
    }

    /**
     * One sentence for each reason, for example {@code 12 .docx, 3 .odt: not read; convert them with pandoc}. Those with
     * text that could be converted come first.
     *
     * @param unread the number of files of each suffix
     */
    public static List<String> sentences(SortedMap<String, Integer> unread) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (boolean text : new boolean[]{true, false}) {
            unread.forEach((suffix, count) -> {
                if (isText(suffix) == text) {
                    groups.computeIfAbsent(reason(suffix), reason -> new ArrayList<>())
                            .add(count + " " + (suffix.isEmpty() ? "without suffix" : suffix));
                }
            });
        }
        return groups.entrySet().stream()
                .map(group -> group.getValue().stream().collect(Collectors.joining(", ", "", ": " + group.getKey())))
                .toList();
    }
}
