package dev.qorpus.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract in {@code /openapi.json}, and checks of responses against it. */
final class Contract {

    private final JsonNode document;
    private final Map<String, Schema> answers = new LinkedHashMap<>();
    private final Schema problem;

    Contract(JsonNode document) {
        this.document = document;
        this.problem = schema(document.at("/components/schemas/Problem"));
        document.get("paths").forEachEntry((path, item) -> {
            JsonNode schema = item.at("/get/responses/200/content/application~1json/schema");
            if (schema.isObject()) {
                answers.put(path, schema(schema));
            }
        });
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
    }

    /** The paths of the contract. */
    List<String> paths() {
        return document.get("paths").propertyStream().map(Map.Entry::getKey).toList();
    }

    /** The names of a path's parameters in the query. */
    List<String> parameters(String path) {
        return document.get("paths").get(path).at("/get/parameters").valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString()).toList();
    }

    /** Checks a response of a path: success or a problem, but never 500. */
    void check(String path, Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).matches(status -> status / 100 == 2 || status / 100 == 4);
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        if (answer.status() >= 400) {
            answer.problem(answer.status());
            assertThat(errors(problem, answer)).isEmpty();
        } else if (answers.containsKey(path)) {
            assertThat(errors(answers.getOrDefault(path, problem), answer)).as(answer.body()).isEmpty();
        }
    }

    private static List<Error> errors(Schema schema, Client.Answer answer) {
        return schema.validate(answer.json());
    }
}
