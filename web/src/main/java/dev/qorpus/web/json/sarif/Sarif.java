package dev.qorpus.web.json.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.models.Sha256;
import dev.qorpus.web.json.Version;

/**
 * Writes findings as SARIF 2.1.0. Editors and code hosts show them at the line.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the standard</a>
 */
public final class Sarif {

    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final List<Finding.Rule> RULES = List.of(Finding.Rule.values());
    private static final String FINGERPRINT = "qorpusFinding/v1";
    private static final int FINGERPRINT_LENGTH = 32;

    private final SarifPlaces places;
    /** How often each fingerprint occurred. Equal findings are numbered. */
    private final Map<String, Integer> met = new HashMap<>();

    private Sarif(SarifPlaces places) {
        this.places = places;
    }

    /** The log of one check. */
    public static Map<String, Object> of(CheckReport report, SarifPlaces places) {
        return new Sarif(places).log(report);
    }

    private Map<String, Object> log(CheckReport report) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver()));
        run.put("columnKind", "utf16CodeUnits");
        run.put("originalUriBaseIds", places.bases());
        run.put("invocations", List.of(invocation(report)));
        run.put("results", report.findings().stream().map(this::result).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Qorpus");
        driver.put("version", Version.NAME);
        List<Object> rules = new ArrayList<>();
        for (Finding.Rule rule : RULES) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("id", rule.id());
            view.put("shortDescription", text(rule.description()));
            view.put("help", text(rule.help()));
            view.put("defaultConfiguration", Map.of("level", rule.severity().id()));
            rules.add(view);
        }
        driver.put("rules", rules);
        return driver;
    }

    private static Map<String, Object> invocation(CheckReport report) {
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put("toolExecutionNotifications", report.notes().stream()
                .map(note -> Map.of("level", Finding.Severity.NOTE.id(), "message", text(note))).toList());
        return invocation;
    }

    private Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule().id());
        result.put("ruleIndex", RULES.indexOf(finding.rule()));
        result.put("level", finding.rule().severity().id());
        result.put("message", text(finding.text()));
        result.put("locations", List.of(location(finding.file(), finding.line())));
        if (!finding.related().isEmpty()) {
            result.put("relatedLocations", finding.related().stream().map(this::related).toList());
        }
        result.put("partialFingerprints", Map.of(FINGERPRINT, fingerprint(finding)));
        return result;
    }

    private Map<String, Object> related(Finding.Place place) {
        Map<String, Object> location = new LinkedHashMap<>(location(place.file(), place.line()));
        location.put("message", text(place.id().value()));
        return location;
    }

    private Map<String, Object> location(String file, int line) {
        return Map.of("physicalLocation",
                Map.of("artifactLocation", places.artifact(file), "region", Map.of("startLine", line)));
    }

    /** A fingerprint without line numbers, so that it stays the same when lines above change. */
    private String fingerprint(Finding finding) {
        String content = String.join("\0", finding.rule().id(), finding.file(), String.valueOf(finding.id()),
                finding.message());
        String digest = HexFormat.of().formatHex(Sha256.of(content)).substring(0, FINGERPRINT_LENGTH);
        return digest + ":" + met.merge(digest, 1, Integer::sum);
    }

    private static Map<String, String> text(String text) {
        return Map.of("text", text);
    }
}
