package dev.qorpus.web.api.deploy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The options of a deployment. */
class DeploymentTest {

    @Test
    void slashesAtTheEndAndCaseDoNotCount() {
        Deployment deployment = Deployment.of("/a/qorpus/", List.of("Notes.Example.com", "[::1]"),
                List.of("https://Notes.example.com", "http://localhost:3000"));
        assertThat(deployment.basePath()).isEqualTo("/a/qorpus");
        assertThat(deployment.hosts()).containsExactlyInAnyOrder("notes.example.com", "[::1]");
        assertThat(deployment.origins()).containsExactlyInAnyOrder("https://notes.example.com",
                "http://localhost:3000");
        assertThat(Deployment.of("/", List.of(), List.of())).isEqualTo(Deployment.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qorpus", "//example.org", "/a//b", "/../a", "/a b", "/a\"", "/a%2Fb", "/a?b",
            "https://x/a"})
    void aMalformedBasePathIsNamed(String path) {
        assertThatThrownBy(() -> Deployment.of(path, List.of(), List.of())).isInstanceOf(QueryException.class)
                .hasMessageContainingAll("'" + path + "'", "as in /qorpus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://notes.example.com", "notes.example.com:https", "*.example.com", "", "a/b"})
    void aMalformedHostIsNamed(String host) {
        assertThatThrownBy(() -> Deployment.of("", List.of(host), List.of())).isInstanceOf(QueryException.class)
                .hasMessageContainingAll("'" + host + "'", "notes.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "notes.example.com", "https://*.example.com", "https://a.example/", "file://",
            "https://a.example/path", ""})
    void anOriginIsOneSite(String origin) {
        assertThatThrownBy(() -> Deployment.of("", List.of(), List.of(origin))).isInstanceOf(QueryException.class)
                .hasMessageContainingAll("'" + origin + "'", "http://localhost:3000");
    }
}
