package dev.qorpus.web.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.qorpus.search.query.SearchSettings;
import dev.qorpus.search.topics.TopicMap;
import dev.qorpus.search.topics.Topics;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.TopicsText;
import dev.qorpus.web.json.TopicsView;
import dev.qorpus.web.page.TopicsPage;

@Command(name = "topics", description = "Show what the entries are about: topics, their size, questions in their midst.")
final class TopicsCommand implements Callable<Integer> {

    @Option(names = "--html", paramLabel = "FILE", description = "Write the topics and the map of all entries there, in one file.")
    @Nullable
    Path html;

    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    JsonOption json = new JsonOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        try (Session session = new Session(index.index())) {
            TopicMap map = new Topics(session.search(SearchSettings.DEFAULT)).find();
            if (html != null) {
                TopicsPage.write(map, html);
            }
            json.print(console, map, TopicsView::of, new TopicsText(console.terminal())::of);
        }
        return 0;
    }
}
