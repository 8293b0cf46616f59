package dev.qorpus.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every endpoint: status, media type, and fields. */
@ExtendWith(SharedServer.class)
class HttpIT {

    private static final String SECOND = "models.md#q2-what-is-one-hot-encoding-and-what-are-its-limitations";

    @Test
    void searchAnswersWithHits(Client client) {
        JsonNode results = client.get("/api/search?q=gates+against+the+vanishing+gradient&k=4").ok();

        assertThat(results.get("query").asString()).isEqualTo("gates against the vanishing gradient");
        assertThat(results.get("mode").asString()).isEqualTo("hybrid");
        assertThat(results.get("model").asString()).isEqualTo("minilm");
        assertThat(results.get("tookMillis").asDouble()).isPositive();
        assertThat(results.get("total").asInt()).isEqualTo(28);
        assertThat(results.get("answered").isBoolean()).isTrue();
        assertThat(results.get("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(results.get("hits")).hasSize(4).allSatisfy(HttpIT::assertHit);
        assertThat(results.at("/hits/0/number").asString()).isEqualTo("8");
        assertThat(results.at("/hits/0/section/0").asString()).isEqualTo("Pre-Transformer Models");
        assertThat(results.at("/hits/0/type").asString()).isEqualTo("Basic");
        assertThat(results.at("/hits/0/line").asInt()).isEqualTo(69);
    }

    private static void assertHit(JsonNode hit) {
        assertThat(hit.propertyNames()).contains("rank", "id", "question", "answer", "section", "file", "line",
                "answered", "score", "lexical", "dense", "highlights").doesNotContain("explanation");
        assertThat(hit.get("language").asString()).isEqualTo("en");
        assertThat(hit.get("id").asString()).startsWith(hit.get("file").asString() + "#");
        for (String retriever : List.of("lexical", "dense")) {
            assertThat(hit.get(retriever).propertyNames()).containsExactlyInAnyOrder("rank", "score");
        }
        String answer = hit.get("answer").asString();
        JsonNode passage = hit.get("passage");
        if (passage != null) {
            assertThat(passage.get("text").asString()).isEqualTo(cut(answer, passage));
        }
        assertThat(hit.get("highlights")).allSatisfy(span -> assertThat(cut(answer, span)).isNotBlank());
    }

    private static String cut(String text, JsonNode span) {
        return text.substring(span.get("start").asInt(), span.get("end").asInt());
    }

    @Test
    void whoHasAFileOfThePageIsNotSentItAgain(Client client) {
        String tag = client.get("/page/main.js").header("ETag").orElseThrow();

        Client.Answer again = client.get("/page/main.js", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.get("/page/main.js", "If-None-Match", "\"other\"").status()).isEqualTo(200);
        assertThat(client.get("/api/search?q=tea").header("ETag")).isEmpty();
    }

    @Test
    void explanationsAddUp(Client client) {
        JsonNode hits = client.get("/api/search?q=vanishing+gradient&explain=true").ok().get("hits");

        assertThat(hits).allSatisfy(hit -> assertThat(hit.at("/explanation/parts").valueStream()
                .mapToDouble(part -> part.get("contribution").asDouble()).sum())
                .isCloseTo(hit.get("score").asDouble(), within(1e-9)));
    }

    @Test
    void filtersOfOneFieldWidenAndOfTwoNarrow(Client client) {
        String query = "/api/search?q=transformer&k=100&filter=type%3DDeep";
        int deep = client.get(query).ok().get("total").asInt();
        int either = client.get(query + "&filter=type%3DBasic").ok().get("total").asInt();
        JsonNode both = client.get(query + "&filter=section%3DLanguage+Transformers").ok();

        assertThat(either).isGreaterThan(deep);
        assertThat(both.get("total").asInt()).isLessThan(deep);
        assertThat(both.get("hits")).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.get("type").asString()).isEqualTo("Deep");
            assertThat(hit.at("/section/0").asString()).isEqualTo("Language Transformers");
        });
    }

    @Test
    void facetsAreCountedWhenAskedFor(Client client) {
        String query = "/api/search?q=transformer&k=1&filter=type%3DDeep";
        assertThat(client.get(query).ok().has("facets")).isFalse();
        assertThat(client.get(query + "&facets=false").ok().has("facets")).isFalse();

        JsonNode results = client.get(query + "&facets=true").ok();

        assertThat(results.get("facets").propertyNames()).containsExactly("file", "kind", "language", "section",
                "title", "type");
        assertThat(results.at("/facets/file/0/value").asString()).isEqualTo("models.md");
        assertThat(results.at("/facets/file/0/count").asInt()).isEqualTo(results.get("total").asInt());
        assertThat(results.at("/facets/type")).hasSize(3);
        assertThat(client.get(query + "&facets=yes").problem(400)).contains("facets is 'yes'");
    }

    @Test
    void anOffsetLeadsToFurtherHitsOfTheSameList(Client client) {
        String query = "/api/search?q=transformer";
        JsonNode whole = client.get(query + "&k=20").ok().get("hits");
        JsonNode second = client.get(query + "&k=10&offset=10").ok().get("hits");
        assertThat(second).hasSize(10);
        for (int i = 0; i < second.size(); i++) {
            assertThat(second.get(i)).isEqualTo(whole.get(10 + i));
        }
        assertThat(client.get(query + "&offset=999&k=1").ok().get("hits")).isEmpty();
        assertThat(client.get(query + "&offset=999").problem(400))
                .contains("offset is 999 and k is 10; together they are at most 1000");
        assertThat(client.get(query + "&offset=-1").problem(400)).contains("offset is -1; allowed is 0 to 999");
        assertThat(client.get(query + "&offset=ten").problem(400)).contains("offset is 'ten'");
    }

    @Test
    void aCutEndsTheListAfterAGroup(Client client) {
        String query = "/api/search?q=why+is+attention+slow+for+long+sequences&k=27&facets=true";
        JsonNode all = client.get(query).ok();
        JsonNode related = client.get(query + "&cut=related").ok();
        int likely = all.at("/groups/likely").asInt();
        int both = likely + all.at("/groups/related").asInt();
        assertThat(likely).isPositive();
        assertThat(both + all.at("/groups/rest").asInt()).isEqualTo(all.get("total").asInt());
        assertThat(related.get("hits")).hasSize(both);
        assertThat(related.at("/hits/0/group").asString()).isEqualTo("likely");
        assertThat(all.at("/hits/26/group").asString()).isEqualTo("rest");
        assertThat(related.get("total").asInt()).isEqualTo(both);
        assertThat(related.at("/facets/file/0/count").asInt()).isEqualTo(both);
        assertThat(client.get(query + "&cut=likely").ok().get("hits")).hasSize(likely);
        assertThat(client.get(query + "&cut=best").problem(400))
                .contains("there is no cut 'best'; allowed are likely, related, all");
    }

    @Test
    void suggestCompletesFromQuestionsAndHeadings(Client client) {
        JsonNode suggested = client.get("/api/suggest?q=vision+tr&k=3").ok();

        assertThat(suggested.get("query").asString()).isEqualTo("vision tr");
        assertThat(suggested.get("tookMillis").asDouble()).isPositive();
        assertThat(suggested.at("/completions/0/text").asString())
                .isEqualTo("Why do we need Vision Transformers (ViT)?");
        assertThat(suggested.at("/completions/0/kind").asString()).isEqualTo("question");
        assertThat(suggested.at("/completions/0/id").asString()).startsWith("models.md#q12");
        assertThat(client.get("/api/suggest?q=").ok().get("completions")).isEmpty();
        assertThat(client.get("/api/suggest").ok().get("completions")).isEmpty();
        assertThat(client.get("/api/suggest?q=x&mode=dense").problem(400)).contains("'mode' is unknown");
        assertThat(client.get("/api/suggest?q=x&k=0").problem(400)).contains("k is 0");
    }

    static List<String> waysToWriteAnId() {
        String encoded = URLEncoder.encode(SharedServer.NOTE, StandardCharsets.UTF_8).replace("+", "%20");
        return List.of(encoded, encoded.replace("%2F", "/"), encoded.replace("%26", "&"));
    }

    @ParameterizedTest
    @MethodSource("waysToWriteAnId")
    void anEntryIsFoundHoweverItsIdIsEscaped(String id, Client client) {
        JsonNode entry = client.get("/api/entries/" + id).ok();

        assertThat(entry.get("id").asString()).isEqualTo(SharedServer.NOTE);
        assertThat(entry.get("question").asString()).isEqualTo("What is tea?");
        assertThat(entry.get("answer").asString()).isEqualTo("Leaves in hot water.");
        assertThat(entry.get("file").asString()).isEqualTo("sub/deep/50% tea & more.md");
        assertThat(client.get("/api/entries/" + id + "/related?k=2").ok().get("hits")).hasSize(2);
    }

    @Test
    void passageAndWordsOfAHitAreMarkedInTheHtmlOfItsEntry(Client client) {
        JsonNode hit = client.get("/api/search?q=limitations+of+one-hot+encodng&k=1").ok().get("hits").get(0);
        JsonNode passage = hit.get("passage");
        String address = "/api/entries/" + hit.get("id").asString().replace("#", "%23");
        JsonNode entry = client.get(address + "?q=limitations+of+one-hot+encodng&passage="
                + passage.get("start").asInt() + "-" + passage.get("end").asInt()).ok();

        String html = entry.get("answerHtml").asString();
        assertThat(html).contains("<mark class=\"passage\">", "<mark>encoding</mark>");
        assertThat(html.replaceAll("</?mark[^>]*>", ""))
                .isEqualTo(client.get(address).ok().get("answerHtml").asString());
        assertThat(client.get(address + "?passage=12").problem(400))
                .contains("passage is '12'; allowed is START-END, such as 120-260");
    }

    @Test
    void relatedListsNeighboursWithoutTheEntryItself(Client client) {
        JsonNode related = client.get("/api/entries/" + SECOND.replace("#", "%23") + "/related?k=5").ok();

        assertThat(related.get("id").asString()).isEqualTo(SECOND);
        assertThat(related.get("hits")).hasSize(5).allSatisfy(hit -> {
            assertHit(hit);
            assertThat(hit.get("id").asString()).isNotEqualTo(SECOND);
        });
    }

    @Test
    void compareSetsModesSideBySide(Client client) {
        JsonNode comparison = client.get("/api/compare?q=vanishing+gradient&modes=lexical,dense,rrf&k=3").ok();

        assertThat(comparison.get("results").propertyNames()).containsExactly("lexical", "dense", "rrf");
        assertThat(comparison.get("overlap")).hasSize(3).allSatisfy(
                overlap -> assertThat(overlap.get("rbo").asDouble()).isBetween(0.0, 1.0));
        assertThat(comparison.get("costs")).hasSize(3).allSatisfy(
                cost -> assertThat(cost.get("bytesPerEntry").asDouble()).isPositive());
        assertThat(comparison.get("moves")).isNotEmpty().allSatisfy(move -> assertThat(move.propertyNames())
                .contains("id", "question", "ranks", "reason"));
    }

    @Test
    void comparedWordsAreTheNearestOfTheEntry(Client client) {
        JsonNode found = client.get("/api/compare/words?q=a+hot+drink&id="
                + URLEncoder.encode(SharedServer.NOTE, StandardCharsets.UTF_8)).ok();

        assertThat(found.get("id").asString()).isEqualTo(SharedServer.NOTE);
        assertThat(found.get("words")).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.get("word").asString()).isIn("hot", "drink");
            assertThat(pair.get("cosine").asDouble()).isBetween(-1.0, 1.0);
        });
    }

    @Test
    void topicsHaveLabelsSizesAndEntriesInTheirMidst(Client client) {
        JsonNode topics = client.get("/api/topics").ok();

        assertThat(topics.get("entries").asInt()).isEqualTo(28);
        assertThat(topics.get("topics")).hasSizeBetween(3, 10).allSatisfy(topic -> {
            assertThat(topic.get("label").asString()).isNotBlank();
            assertThat(topic.get("terms")).isNotEmpty();
            assertThat(topic.get("representatives")).hasSizeBetween(1, 3).allSatisfy(entry -> assertThat(
                    entry.propertyNames()).containsExactlyInAnyOrder("id", "question"));
        });
        int inTopics = topics.get("topics").valueStream().mapToInt(topic -> topic.get("size").asInt()).sum();
        assertThat(inTopics + topics.get("nowhere").asInt()).isEqualTo(28);
        assertThat(client.get("/api/topics").ok()).isEqualTo(topics);
        assertThat(client.get("/api/topics?k=2").problem(400)).contains("'k' is unknown");
    }

    @Test
    void theMapHasAColumnForEachTraitOfAllEntries(Client client) {
        JsonNode map = client.get("/api/map").ok();

        for (String column : List.of("id", "question", "topic", "type", "x", "y")) {
            assertThat(map.get(column)).as(column).hasSize(28);
        }
        assertThat(map.get("types").valueStream().map(JsonNode::asString)).containsExactly("Basic", "Deep", "Hands-On");
        int scale = map.get("scale").asInt();
        assertThat(map.get("x")).allSatisfy(x -> assertThat(x.asInt()).isBetween(0, scale));
        assertThat(map.get("y")).allSatisfy(y -> assertThat(y.asInt()).isBetween(0, scale));
        int topics = client.get("/api/topics").ok().get("topics").size();
        assertThat(map.get("topic")).allSatisfy(topic -> assertThat(topic.asInt()).isBetween(-1, topics - 1));
    }

    @Test
    void statusTellsWhatIsServed(Client client) {
        JsonNode status = client.get("/api/status").ok();

        assertThat(status.at("/counts/entries").asInt()).isEqualTo(28);
        assertThat(status.at("/counts/unanswered").asInt()).isEqualTo(1);
        assertThat(status.at("/models/0").asString()).isEqualTo("minilm");
        assertThat(status.get("modes").valueStream().map(JsonNode::asString)).contains("hybrid", "lexical", "dense");
        assertThat(client.get("/health").ok().get("status").asString()).isEqualTo("up");
    }

    @ParameterizedTest
    @CsvSource({"/, text/html", "/page/style.css, text/css", "/page/ask/start-view.js, text/javascript",
            "/page/icon.svg, image/svg+xml", "/page/ask/ask.css, text/css", "/page/topics/topics.css, text/css",
            "/lib/d3/d3.min.js, text/javascript",
            "/lib/katex/katex.min.js, text/javascript", "/lib/katex/katex.min.css, text/css",
            "/lib/katex/fonts/KaTeX_Main-Regular.woff2, font/woff2",
            "/lib/highlightjs/highlight.min.js, text/javascript",
            "/lib/highlightjs/languages/dockerfile.min.js, text/javascript"})
    void thePageIsServedWithItsType(String path, String type, Client client) {
        Client.Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).isNotBlank();
    }
}
