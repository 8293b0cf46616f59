package dev.qorpus.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.topics.TopicMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics and map as one file, opened from the file. */
@ExtendWith(Chromium.class)
class TopicsExportIT {

    private static final String HOSTILE = "</script><!--<script><img src=x onerror=alert(1)>{{script}}{{data}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void showsTheMapAndNothingElseHappens(int width, ColorScheme scheme, Browser browser) throws IOException {
        Path file = folder.resolve("deep/topics.html");
        TopicsPage.write(map(), file);
        assertThat(Files.readString(file)).doesNotContain("</script><!--");
        try (Tab tab = new Tab(browser, "file://",
                new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))) {
            tab.page().navigate(file.toUri().toString());
            assertThat(tab.find(".topic-list > li").count()).isEqualTo(3);
            assertThat(tab.find(".topic-list").innerText()).contains(HOSTILE, "In no topic");
            tab.find(".topic-list h3 button").first().click();
            assertThat(tab.find(".all .entries li").count()).isEqualTo(10);
            tab.find(".tools select").selectOption("type");
            assertThat(tab.find(".legend").innerText()).contains(HOSTILE);
            tab.find("canvas").focus();
            tab.page().keyboard().press("ArrowRight");
            assertThat(tab.find(".here").innerText()).contains(HOSTILE);
            assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            Axe.assertFindsNothing(tab.page());
            tab.assertNothingWentWrong();
        }
    }

    private static TopicMap map() {
        List<TopicMap.Place> places = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            places.add(new TopicMap.Place(new EntryId("a.md#" + i), HOSTILE + i, HOSTILE,
                    i == 20 ? TopicMap.NO_TOPIC : i / 10, i / 5 % 2,
                    i / 20f, (i * 7 % 20) / 20f));
        }
        return new TopicMap(List.of(new TopicMap.Topic(HOSTILE, List.of(HOSTILE), 10, places.subList(0, 3),
                List.of(new TopicMap.Subtopic(HOSTILE, 5), new TopicMap.Subtopic("sub", 5))),
                new TopicMap.Topic("other", List.of("other"), 10, places.subList(10, 13), List.of())), places, 0.1);
    }
}
