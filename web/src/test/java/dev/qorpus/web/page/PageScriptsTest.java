package dev.qorpus.web.page;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page's functions by themselves: every {@code *.test.js} among the test resources is run in Chromium, and each test
 * that it declares is one of JUnit's.
 */
@ExtendWith(Chromium.class)
class PageScriptsTest {

    private static final String RUN = "async (module) => (await import('/test/testing.js')).runModule(module)";

    @TestFactory
    List<DynamicContainer> scripts(Browser browser) throws IOException, URISyntaxException {
        List<DynamicContainer> results = new ArrayList<>();
        try (ScriptServer server = ScriptServer.start();
                Tab tab = new Tab(browser, server.origin(), new Browser.NewContextOptions())) {
            for (String module : modules()) {
                // Each module has a page of its own, so that none sees what another left.
                tab.page().navigate(server.origin() + "/");
                results.add(container(module, (List<?>) tab.page().evaluate(RUN, "/test/" + module)));
            }
            tab.assertNothingWentWrong();
        }
        return results;
    }

    private static List<String> modules() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(PageScriptsTest.class.getResource("testing.js")).toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".test.js")).sorted().toList();
        }
    }

    private static DynamicContainer container(String module, List<?> results) {
        assertThat(results).as("the tests of " + module).isNotEmpty();
        return DynamicContainer.dynamicContainer(module, results.stream().map(result -> (Map<?, ?>) result)
                .map(result -> DynamicTest.dynamicTest((String) result.get("name"),
                        () -> assertThat(result.get("error")).isNull())));
    }
}
