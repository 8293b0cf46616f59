package dev.qorpus.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.instancio.Random;
import org.instancio.generator.Generator;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Texts;

/**
 * Random requests. Nine of ten use the paths and parameters of a contract with mostly valid values; the others are
 * malformed.
 *
 * @param contract names the paths and parameters
 */
record GeneratedRequests(Contract contract) implements Generator<GeneratedRequests.Asked> {

    private static final Generator<String> ANY_TEXT = Texts.any(40);
    private static final Generator<String> LONG_WORD = Texts.letters(20, 400);
    private static final Generator<Integer> BYTE = Numbers.between(0, 255);
    private static final String[] PARTS = {"models.md%23q1-why-do-we-need-word-embeddingsencoding", "models.md",
            "models.md%23q27", "x.png", "..%2F..%2Fetc%2Fpasswd", "%2e%2e", "a%20b", "%23", "a/related"};
    private static final String[] HEADS = {"/api/search?q=", "/api/entries/", "/corpus/", "/page/", "/lib/katex/", "/",
            "/api/search?", "/api/compare?q=a&modes=", "//", "/api/suggest?q="};
    private static final String[] TAILS = {"%", "%z", "%zz", "%C0%AE", "%FF", "\\", "{", "\"", "/../..", ";x=1", "//",
            "..", "%2e%2e%2f", "%252e", "|", "^", "`", "\u00e4"};

    /** A request, by the path of the contract that it belongs to. */
    record Asked(String path, String method, String address, boolean raw) {}

    @Override
    public Asked generate(Random random) {
        return oneIn(random, 10) ? malformed(random) : known(random);
    }

    private static boolean oneIn(Random random, int many) {
        return random.intRange(1, many) == 1;
    }

    private Asked known(Random random) {
        String path = random.oneOf(contract.paths());
        String method = random.intRange(1, 25) <= 20
                ? "GET"
                : random.oneOf("HEAD", "POST", "PUT", "DELETE", "OPTIONS");
        String part = part(random).replace("$", "%24");
        String query = query(random, contract.parameters(path));
        return new Asked(path, method, path.replaceAll("\\{\\w+}", part) + (query.isEmpty() ? "" : "?" + query), false);
    }

    /** An id or a file name; never empty. */
    private static String part(Random random) {
        String text = oneIn(random, 4) ? encoded(text(random)) : "";
        return text.isEmpty() ? random.oneOf(PARTS) : text;
    }

    private static String query(Random random, List<String> known) {
        if (oneIn(random, 10)) {
            return "";
        }
        // Most have a question.
        String first = known.contains("q") && !oneIn(random, 10) ? "q=" + value(random, "q") : pair(random, known);
        return IntStream.range(0, random.intRange(0, 3)).mapToObj(i -> "&" + pair(random, known))
                .collect(Collectors.joining("", first, ""));
    }

    private static String pair(Random random, List<String> known) {
        String name = known.isEmpty()
                ? random.oneOf("zzz", "q")
                : oneIn(random, 20) ? random.oneOf("zzz", "%00", "", "Q", "q%5B%5D") : random.oneOf(known);
        return name + "=" + value(random, name);
    }

    private static String value(Random random, String name) {
        return encoded(oneIn(random, 13) ? text(random) : fitting(random, name));
    }

    private static String fitting(Random random, String name) {
        return switch (name) {
            case "k", "offset" -> oneIn(random, 7)
                    ? random.oneOf("1000", "1001", "0", "-1", "1e9", "99999999999999999999", "+1", " 1", "")
                    : String.valueOf(random.intRange(1, 30));
            case "explain", "facets" -> random.oneOf("true", "false", "maybe");
            case "mode" ->
                random.oneOf("hybrid", "lexical", "dense", "weighted", "late", "rrf", "bm25", "tf-idf", "one-hot",
                        "tf-idf+minilm", "minilm", "nope");
            case "modes" -> random.oneOf("lexical,dense", "hybrid,rrf,dense", "lexical", "lexical,lexical", ",", "a,b");
            case "filter" -> random.oneOf("type=Basic", "type=Deep", "section=Language Transformers", "type", "=",
                    "file=nope", "file=models.md");
            case "passage" -> random.oneOf("0-40", "7-3", "0-999999999", "-", "1-", "0-9999999999");
            case "id" -> random.oneOf("models.md#q1-why-do-we-need-word-embeddingsencoding", "nope", "");
            case "rule" -> random.oneOf("question-without-answer", "nope", "");
            default -> text(random);
        };
    }

    private static String text(Random random) {
        return switch (random.intRange(1, 12)) {
            case 1, 2, 3, 4, 5, 6 -> random.oneOf("vanishing gradient", "what is attention", "bert or gpt",
                    "tokn embeding");
            case 7, 8, 9 -> ANY_TEXT.generate(random);
            case 10, 11 -> random.oneOf("\"(* AND ~", "<script>alert(1)</script>", "\u202E\uD83C\uDF75",
                    "a\r\nX-Evil: 1", "\u0000", "(a+)+$", "%00", "\uD800", "../../etc/passwd", "?!", "");
            default -> LONG_WORD.generate(random);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Malformed addresses: bytes, incomplete escapes, path traversal. */
    private static Asked malformed(Random random) {
        String tail = random.trueOrFalse() ? bytes(random) : random.oneOf(TAILS);
        return new Asked("", "GET", random.oneOf(HEADS) + tail, true);
    }

    private static String bytes(Random random) {
        return IntStream.range(0, random.intRange(1, 30))
                .mapToObj(i -> "%" + String.format(Locale.ROOT, "%02X", BYTE.generate(random)))
                .collect(Collectors.joining());
    }
}
