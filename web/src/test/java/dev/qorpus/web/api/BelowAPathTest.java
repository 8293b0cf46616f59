package dev.qorpus.web.api;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.log.LogDetail;

import static org.assertj.core.api.Assertions.assertThat;

/** Servers that a proxy serves below a path, which it passes on or removes. */
class BelowAPathTest extends ServedTest {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String PAGE = "text/html,application/xhtml+xml";
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|data-go)=\"([^\"]*)\"");

    private static Server passed;
    private static Client passing;
    private static Server removed;
    private static Client removing;
    private static Server secret;
    private static Client signing;

    @BeforeAll
    static void serve() {
        Deployment below = Deployment.of("/notes/qorpus", List.of(), List.of());
        passed = serve(new ServerSettings("127.0.0.1", 0, null, WIDE, LogDetail.NONE, below));
        passing = client(passed);
        removed = serve(WIDE);
        removing = client(removed);
        secret = serve(new ServerSettings("127.0.0.1", 0, SECRET, WIDE, LogDetail.NONE, below));
        signing = client(secret);
    }

    @AfterAll
    static void end() {
        List.of(passing, removing, signing).forEach(Client::close);
        List.of(passed, removed, secret).forEach(Server::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=tea", "/page/main.js", "/lib/d3/d3.min.js", "/api/search?q=tea",
            "/api/entries/a.md%23what-is-tea", "/api/entries/a.md%23what-is-tea/related", "/health/ready",
            "/openapi.json"})
    void everyRouteIsBelowThePathAndAtTheRoot(String path) {
        Client.Answer below = passing.get("/notes/qorpus" + path);
        assertThat(below.status()).as(below.body()).isEqualTo(200);
        assertThat(passing.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes/qorpusx/api/status", "/notes/api/status", "/notes/qorpus/nope",
            "/notes/qorpus/notes/qorpus/api/status"})
    void otherPathsAreUnknown(String path) {
        passing.get(path).problem(404);
    }

    @ParameterizedTest
    @CsvSource({"/notes/qorpus, /notes/qorpus/", "/notes/qorpus?q=tea, /notes/qorpus/?q=tea"})
    void thePathWithoutASlashLeadsToThePage(String path, String to) {
        Client.Answer answer = passing.get(path);
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).hasValue(to);
    }

    @Test
    void thePageHasRelativeAddressesOnly() {
        String page = removing.get("/").body();
        assertThat(ADDRESS.matcher(page).results().map(address -> address.group(1))).hasSizeGreaterThan(20)
                .allSatisfy(address -> assertThat(address).doesNotStartWith("/").doesNotContain("://"));
    }

    @Test
    void agentsAreAnsweredBelowThePath() {
        assertThat(passing.post("/notes/qorpus/mcp", "{}").problem(415)).contains("application/json");
    }

    @Test
    void theContractNamesThePath() {
        assertThat(passing.get("/notes/qorpus/openapi.json").ok().at("/servers/0/url").asString())
                .isEqualTo("/notes/qorpus");
        assertThat(removing.get("/openapi.json").ok().at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(removing.get("/openapi.json", "X-Forwarded-Prefix", "/wiki/").ok().at("/servers/0/url").asString())
                .isEqualTo("/wiki");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/a\"b", "/a;Domain=evil.example", "/../a", "x"})
    void aMalformedPrefixIsIgnored(String prefix) {
        assertThat(removing.get("/openapi.json", "X-Forwarded-Prefix", prefix).ok().at("/servers/0/url").asString())
                .isEqualTo("/");
    }

    @Test
    void thePathNeedsTheTokenToo() {
        signing.get("/notes/qorpus/api/status").problem(401);
        for (String path : new String[]{"/notes/qorpus/../api/status", "/notes/qorpus/..%2Fapi/status",
                "/notes/qorpus//api/status", "/health/../notes/qorpus/api/status"}) {
            Client.Answer answer = signing.raw("localhost", path);
            assertThat(answer.status()).as(path).isIn(400, 401);
        }
        signing.get("/notes/qorpus/health").ok();
    }

    @ParameterizedTest
    @CsvSource({"/notes/qorpus/?q=tea, ./, /?q=tea", "/notes/qorpus/api/status, ../, /api/status",
            "/?q=tea, ./, /?q=tea", "/notes/qorpus/api/entries/a.md, ../../, /api/entries/a.md"})
    void signInIsRelativeAtEveryDepth(String path, String root, String to) {
        Client.Answer asked = signing.get(path, "Accept", PAGE);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("href=\"" + root + "page/style.css\"", "action=\"" + root + "sign-in\"",
                "value=\"" + to + "\"");
    }

    @Test
    void theSessionIsOfThePathAlone() {
        Client.Answer answer = signing.post("/notes/qorpus/sign-in", "token=" + SECRET + "&to=%2F%3Fq%3Dtea");
        assertThat(answer.header("Location")).hasValue("./?q=tea");
        assertThat(answer.header("Set-Cookie").orElse("")).contains("; Path=/notes/qorpus;").doesNotContain("Secure");
        assertThat(signing.post("/sign-out", "").header("Location")).hasValue("./sign-in");
    }
}
