package dev.qorpus.web.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.evaluate.JudgedCollection;
import dev.qorpus.web.api.ServerSettings;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.judge.Judgments;
import dev.qorpus.web.serve.judge.UnansweredQuestions;

/** The options of judged questions: which are measured, and what people may write about the corpus. */
public final class JudgeOptions {

    /** Another name than that of collections which people made with care: they change only if they are named. */
    private static final String FOLDER = "judged";

    @Option(names = "--judgments", paramLabel = "FOLDER", description = "Judged questions to measure on (BEIR layout), beside those found in the corpus.")
    List<Path> judgments = new ArrayList<>();

    @Option(names = "--judge", description = "Let people judge on the page how well entries answer. Judgments are written into the first folder of --judgments (default: '"
            + FOLDER + "' in the corpus).")
    boolean judge;

    @Option(names = "--note-unanswered", description = "Note the questions that got no likely answer, in the folder of the index. The page lists them. They stay on this machine.")
    boolean noteUnanswered;

    /**
     * Checks what can be checked before the corpus is read.
     *
     * @throws ParameterException if people whom nothing identifies could write
     * @throws CorpusException if a collection cannot be read
     */
    public void check(CommandLine command, ServerSettings settings) {
        if ((judge || noteUnanswered) && settings.isOpenThroughProxy()) {
            throw new ParameterException(command, (judge ? "--judge" : "--note-unanswered")
                    + " lets everyone whom the proxy lets in write; set QORPUS_TOKEN, or leave out --allow-host");
        }
        // The folder to write into may be new, or may have no judgment above 0 yet.
        judgments.stream().skip(judge ? 1 : 0).forEach(JudgedCollection::read);
    }

    /** The named collections. The one to write into may not be there yet. */
    public Stream<Path> collections() {
        return judgments.stream().filter(folder -> !judge || JudgedCollection.isIn(folder));
    }

    /**
     * What people may write.
     *
     * @param corpus the folders and files of the corpus
     * @param index the folder of the index; null if it is on a cluster
     * @throws CorpusException if there is no folder to write into
     */
    public CorpusAccess.Feedback feedback(List<Path> corpus, @Nullable Path index) {
        return new CorpusAccess.Feedback(judge ? new Judgments(folder(corpus)) : null,
                noteUnanswered ? new UnansweredQuestions(local(index)) : null);
    }

    private Path folder(List<Path> corpus) {
        Optional<Path> named = judgments.stream().findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        Path first = corpus.getFirst();
        if (!Files.isDirectory(first)) {
            throw new CorpusException(first.toString(),
                    "is no folder on this machine; name a folder for the judgments with --judgments");
        }
        return first.resolve(FOLDER);
    }

    private static Path local(@Nullable Path index) {
        if (index == null) {
            throw new CorpusException("--note-unanswered",
                    "the index is on a cluster; questions are noted in the folder of an index on this machine only");
        }
        return index;
    }
}
