package dev.qorpus.web.json.sarif;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.entry.Finding.Place;
import dev.qorpus.indexer.corpus.entry.Finding.Rule;
import dev.qorpus.web.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What the standard demands of a log, and what code hosts need to show it. */
class SarifTest {

    private static final Path HERE = Path.of("/repo");
    private static final Map<String, Path> PATHS = Map.of("q a/ü#1: 100%.md", HERE.resolve("faq/q a/ü#1: 100%.md"),
            "far.md", Path.of("/elsewhere/notes/far.md"), "other.md", Path.of("/third/other.md"));

    @Test
    void aLogHasWhatTheStandardDemands() {
        JsonNode log = log(finding("far.md", 7, "gone"));

        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").asString()).startsWith("https://").endsWith("sarif-schema-2.1.0.json");
        JsonNode run = log.get("runs").get(0);
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("Qorpus");
        assertThat(run.at("/invocations/0/executionSuccessful").isBoolean()).isTrue();
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asString()).isEqualTo("mind");
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("ruleId").asString()).isEqualTo("broken-anchor");
        assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id").asString())
                .isEqualTo("broken-anchor");
        assertThat(result.get("level").asString()).isEqualTo("warning");
        assertThat(result.at("/message/text").asString()).isEqualTo("gone");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(7);
    }

    @Test
    void everyRuleIsDescribed() {
        JsonNode rules = log().at("/runs/0/tool/driver/rules");

        assertThat(rules).hasSameSizeAs(Rule.values()).allSatisfy(rule -> {
            assertThat(rule.get("id").asString()).matches("[a-z]+(-[a-z]+)*");
            assertThat(rule.at("/shortDescription/text").asString()).endsWith(".");
            assertThat(rule.at("/help/text").asString()).endsWith(".");
            assertThat(rule.at("/defaultConfiguration/level").asString()).isIn("error", "warning", "note");
        });
    }

    @Test
    void addressesAreRelativeAndPercentEncodedBelowAKnownBase() {
        JsonNode run = log(finding("q a/ü#1: 100%.md", 1, "a"), finding("far.md", 1, "b"), finding("other.md", 1, "c"))
                .at("/runs/0");

        assertThat(run.get("results").valueStream().map(result -> result.at("/locations/0/physicalLocation"))
                .map(place -> place.at("/artifactLocation/uriBaseId").asString() + " "
                        + place.at("/artifactLocation/uri").asString()))
                .containsExactly("%SRCROOT% faq/q%20a/%C3%BC%231%3A%20100%25.md", "CORPUS far.md", "CORPUS2 other.md");
        JsonNode bases = run.get("originalUriBaseIds");
        assertThat(bases.at("/%SRCROOT%/uri").asString()).isEqualTo("file:///repo/");
        assertThat(bases.at("/CORPUS/uri").asString()).isEqualTo("file:///elsewhere/notes/");
        assertThat(bases.at("/CORPUS2/uri").asString()).isEqualTo("file:///third/");
    }

    @Test
    void fingerprintsStayWhenLinesMoveAndTellFindingsApart() {
        List<String> before = fingerprints(finding("far.md", 7, "gone"), finding("far.md", 9, "gone"),
                finding("far.md", 9, "lost"), finding("other.md", 9, "lost"));
        List<String> after = fingerprints(finding("far.md", 17, "gone"), finding("far.md", 19, "gone"),
                finding("far.md", 19, "lost"), finding("other.md", 19, "lost"));

        assertThat(after).isEqualTo(before);
        assertThat(Set.copyOf(before)).hasSameSizeAs(before);
    }

    @Test
    void otherPlacesAreRelatedLocations() {
        Place first = new Place("far.md", 3, new EntryId("far.md#a"));
        Finding twice = Finding.of(Rule.DUPLICATE_QUESTION, new Place("far.md", 9, new EntryId("far.md#a-1")), "twice",
                List.of(first));

        JsonNode result = log(twice).at("/runs/0/results/0");

        assertThat(result.at("/message/text").asString()).isEqualTo("twice; see far.md:3");
        assertThat(result.at("/relatedLocations/0/physicalLocation/region/startLine").asInt()).isEqualTo(3);
        assertThat(new HashSet<>(result.at("/relatedLocations/0").propertyNames())).contains("message");
    }

    private static Finding finding(String file, int line, String message) {
        return new Finding(Rule.BROKEN_ANCHOR, file, line, null, message);
    }

    private static List<String> fingerprints(Finding... findings) {
        return log(findings).at("/runs/0/results").valueStream()
                .map(result -> result.get("partialFingerprints").values().iterator().next().asString()).toList();
    }

    private static JsonNode log(Finding... findings) {
        CheckReport report = new CheckReport(1, 1, CorpusContent.NONE, List.of(findings), new TreeMap<>(),
                List.of(), List.of("mind"));
        return new JsonMapper().readTree(Json.bytes(Sarif.of(report, new SarifPlaces(PATHS, HERE))));
    }
}
