package dev.qorpus.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of {@code redocly lint}, and what generated clients need. The build cannot run redocly itself, because it
 * comes from npm.
 */
class OpenApiTest extends ServedTest {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    private static Server server;
    private static JsonNode document;

    @BeforeAll
    static void serve() {
        server = serve(WIDE);
        try (Client client = client(server)) {
            document = new JsonMapper().readTree(client.get("/openapi.json").body());
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    @Test
    void itSaysWhoServesItAndUnderWhichLicence() {
        assertThat(document.at("/servers/0/url").asString()).isNotBlank();
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(document.at("/info/version").asString()).isNotBlank();
    }

    @Test
    void everyOperationHasANameOfItsOwnAndASummary() {
        assertThat(operations()).hasSizeGreaterThan(15).allSatisfy(operation -> {
            assertThat(operation.get("operationId").asString()).matches("[a-z][A-Za-z]+");
            assertThat(operation.get("summary").asString()).endsWith(".");
        });
        assertThat(operations()).extracting(operation -> operation.get("operationId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysHowItIsRefused() {
        assertThat(operations()).allSatisfy(operation -> assertThat(operation.get("responses").propertyNames())
                .contains("200", "default").anyMatch(status -> status.startsWith("4")));
    }

    @Test
    void everyParameterIsDescribedAndThoseOfThePathAreInIt() {
        document.get("paths").forEachEntry((path, item) -> item.forEach(operation -> {
            TreeSet<String> declared = new TreeSet<>();
            operation.get("parameters").forEach(parameter -> {
                assertThat(parameter.get("description").asString()).isNotBlank();
                assertThat(parameter.get("schema").propertyNames()).contains("type");
                if (parameter.get("in").asString().equals("path")) {
                    assertThat(parameter.get("required").asBoolean()).isTrue();
                    declared.add(parameter.get("name").asString());
                }
            });
            assertThat(IN_PATH.matcher(path).results().map(match -> match.group(1))).as(path)
                    .containsExactlyInAnyOrderElementsOf(declared);
        }));
    }

    @Test
    void whatIsReferredToIsThereAndNothingElse() {
        TreeSet<String> referred = new TreeSet<>();
        document.findValues("$ref").forEach(reference -> referred.add(reference.asString()));
        TreeSet<String> there = new TreeSet<>();
        for (String kind : List.of("schemas", "responses")) {
            document.get("components").get(kind).propertyStream().map(Map.Entry::getKey)
                    .forEach(name -> there.add("#/components/" + kind + "/" + name));
        }
        assertThat(referred).isEqualTo(there);
    }
}
