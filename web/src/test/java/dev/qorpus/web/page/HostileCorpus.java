package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A corpus that tries in every part to run scripts in the page, or to load from other hosts. */
final class HostileCorpus {

    static final List<String> ATTACKS = List.of(
            "<script>window.__hacked=1;alert(1)</script>",
            "<img src=x onerror=window.__hacked=1>",
            "<svg onload=window.__hacked=1><script>window.__hacked=1</script></svg>",
            "<iframe srcdoc=\"<script>parent.__hacked=1</script>\" src=//evil.example></iframe>",
            "<style>@import '//evil.example/x.css'; * { display: none !important }</style>",

            "<a href=\"javascript:window.__hacked=1\" target=_top>press</a>",
            "[press](javascript:window.__hacked=1) [press](JaVaScRiPt&colon;window.__hacked=1) [press](vbscript:x)",
            "[press](data:text/html,<script>parent.__hacked=1</script>) <data:text/html,x> <javascript:x>",
            "![seen](https://evil.example/x.png) <video src=//evil.example/x autoplay></video>",
            "<b onmouseover=window.__hacked=1 style=\"position:fixed;inset:0\" class=note id=q>over</b>",

            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=window.__hacked=1&gt;\">",
            "<form action=//evil.example><button data-go=\"/?q=x\">go</button><input id=q autofocus onfocus=window.__hacked=1></form>",
            "</p></div></li></ol></main></body></html><!-- <script>window.__hacked=1",
            "<base href=//evil.example/><meta http-equiv=refresh content=\"0;url=//evil.example/\"><link rel=stylesheet href=//evil.example/x.css>",
            "<object data=\"data:text/html,<script>parent.__hacked=1</script>\"></object><embed src=javascript:window.__hacked=1>",

            "<details open ontoggle=window.__hacked=1><summary data-toggle=answer>more</summary>text</details>",
            "</textarea></title></noscript></style><img src=x onerror=window.__hacked=1>",
            "<noscript><p title=\"</noscript><img src=x onerror=window.__hacked=1>\">",
            "<template><img src=x onerror=window.__hacked=1></template><xmp><img src=x onerror=window.__hacked=1>",
            "${window.__hacked=1} {{constructor.constructor('window.__hacked=1')()}} \\\" ' ` <b <i \u202Etxet",

            "$\\href{javascript:window.__hacked=1}{press}$ $\\htmlId{q}{x}$ $\\htmlClass{note}{x}$ $\\htmlStyle{position:fixed}{x}$ $\\htmlData{go=/?q=x}{x}$",
            "$\\includegraphics{https://evil.example/x.png}$ $\\def\\x{\\x\\x}\\x$ $\\rule{9999em}{9999em}$ $\\fcolorbox{red}{blue}{x}$ $\\text{</span><img src=x onerror=window.__hacked=1>}$",
            "![seen](/../etc/passwd.png) ![seen](//evil.example/x.png) ![seen](https://evil.example/x.svg) <img src=/api/status alt=seen onerror=window.__hacked=1> <picture><source srcset=//evil.example/x.png><img src=data:image/png;base64,AA alt=seen></picture>",
            "<pre><code class=\"language-html\">&lt;img src=x onerror=window.__hacked=1&gt;</code></pre> <span class=\"math\">$</span><img src=x onerror=window.__hacked=1>$</span> <code class=\"language-constructor hit\">x</code> `</code><script>window.__hacked=1</script>`");

    /** Names of files are part of ids, addresses and filters. */
    static final List<String> FILES = List.of("<img src=x onerror=window.__hacked=1>.md",
            "\"><svg onload=window.__hacked=1>.md", "javascript:window.__hacked=1;a%2Fb&c=d#e?f.md",
            "'`${window.__hacked=1} ..%2F..%2F+x.md");

    static final String LINES = "attacks.jsonl";

    /** Ids that a careless page or server would misread. */
    static final List<String> IDS = List.of("<img src=x onerror=window.__hacked=1>", "../../health",
            "first/related", "?q=1&k=2#z", "%2e%2e%2fhealth", "\"' onload=window.__hacked=1", "__proto__");

    private HostileCorpus() {}

    /** As many attacks in each file; each attack in every part of its entry. */
    static void write(Path folder) throws IOException {
        int each = ATTACKS.size() / FILES.size();
        for (int i = 0; i < FILES.size(); i++) {
            StringBuilder markdown = new StringBuilder();
            for (String attack : ATTACKS.subList(i * each, (i + 1) * each)) {
                markdown.append(entry(attack));
            }
            Files.writeString(folder.resolve(FILES.get(i)), markdown);
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < IDS.size(); i++) {
            lines.append(line(IDS.get(i), ATTACKS.get(i))).append('\n');
        }
        Files.writeString(folder.resolve(LINES), lines);
    }

    private static String entry(String attack) {
        return """
                ## Section of an attack %1$s

                ### Q1. What does this attack do? %1$s

                **T:** %1$s

                **A:** The attack is meant to run here: %1$s

                %1$s

                - an attack in a list %1$s

                > an attack in a quote %1$s

                """.formatted(attack);
    }

    private static String line(String id, String attack) {
        return """
                {"_id": %s, "title": %s, "text": %s, "metadata": {"section": %2$s, "type": %2$s, %2$s: %2$s, "__proto__": %2$s}}"""
                .formatted(quoted(id), quoted(attack + " attack"), quoted("The attack of a line. " + attack));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
