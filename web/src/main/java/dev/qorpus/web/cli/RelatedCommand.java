package dev.qorpus.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.assembly.Session;
import dev.qorpus.web.cli.option.GivenText;
import dev.qorpus.web.cli.option.HitsOption;
import dev.qorpus.web.cli.option.IndexOption;
import dev.qorpus.web.cli.option.JsonOption;
import dev.qorpus.web.cli.option.OwnOption;
import dev.qorpus.web.cli.text.Console;
import dev.qorpus.web.cli.text.ResultsText;
import dev.qorpus.web.cli.text.SourceFiles;
import dev.qorpus.web.json.RelatedView;

@Command(name = "related", description = "Show the entries that are about the same as an entry, or as a text.")
final class RelatedCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ENTRY_ID|TEXT", description = "An entry's id, or any text; - reads it from standard input.")
    List<String> words = new ArrayList<>();

    @Mixin
    HitsOption hits = new HitsOption();
    @Mixin
    OwnOption own = new OwnOption();
    @Mixin
    IndexOption index = new IndexOption();
    @Mixin
    JsonOption json = new JsonOption();
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        String asked = new GivenText(words, System.in).text();
        new Query(asked, "hybrid", hits.k(), List.of(), false).check();
        try (Session session = new Session(index.index())) {
            Search search = Main.search(spec, session);
            Results results = related(search, asked);
            json.print(console, results, found -> RelatedView.of(asked, found), new ResultsText(console.terminal(),
                    SourceFiles.of(search.manifest().corpus(), console.terminal()))::related);
        }
        return 0;
    }

    private Results related(Search search, String asked) {
        Related related = new Related(search);
        Optional<Results> neighbours = related.of(new EntryId(asked), hits.k());
        if (neighbours.isPresent()) {
            return neighbours.get();
        }
        int hash = asked.indexOf('#');
        boolean meantAsId = hash > 0
                && search.manifest().valuesOf(FilterFields.FILE).containsKey(asked.substring(0, hash));
        if (meantAsId) {
            throw new QueryException("there is no entry '" + asked + "'; ids are those that 'qorpus ask' prints");
        }
        return related.of(asked, hits.k());
    }
}
