package dev.qorpus.indexer.corpus.stackexchange;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.AnswerThread;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.source.SingleLine;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses {@code Posts.xml} of a StackExchange dump. Each question gets all its answers: the accepted answer first, then the
 * others by their scores, and at the end the body of the question. An answer may be anywhere in the file, so the file is
 * read twice. The first pass copies the answers to a temporary file, and the second hands on the questions in order. The
 * use of memory does not depend on the length of the texts.
 */
public final class PostsParser implements FileParser {

    private static final int QUESTION = 1;
    private static final int ANSWER = 2;

    /** Tags are {@code <a><b>}, or in newer dumps {@code |a|b|}. */
    private static final Pattern TAG = Pattern.compile("[^<>|\\s]+");

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        RecordCollector records = new RecordCollector(file, handler);
        LastAnswers last = new LastAnswers();
        try (SpillFile answers = SpillFile.open()) {
            readUpToError(source, row -> spill(row, last, answers));
            answers.complete();
            Threads threads = new Threads(last, answers);
            PostRows.read(source, row -> emit(row, threads, records));
        } catch (PostRows.OtherRootException e) {
            records.finding(Finding.Rule.FILE_WITHOUT_QUESTION, 1, String.valueOf(e.getMessage()));
            return;
        }
        records.end("no question; questions are rows with PostTypeId=\"1\" and a Title");
    }

    /** Other programs also have files with this name. A file that cannot be read is reported when it is parsed. */
    @Override
    public boolean isForeign(Source source) {
        try {
            PostRows.readRoot(source);
            return false;
        } catch (PostRows.OtherRootException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads up to the first error. The last pass stops at the same place and reports it. */
    private static void readUpToError(Source source, PostRows.Handler handler) throws IOException {
        try {
            PostRows.read(source, handler);
        } catch (PostRows.BrokenException e) {
            // The last pass reports it.
        }
    }

    private static void spill(PostRows row, LastAnswers last, SpillFile answers) throws IOException {
        long id = row.number("Id");
        long parent = row.number("ParentId");
        if (id > 0 && parent > 0 && row.number("PostTypeId") == ANSWER) {
            SpillFile.Head head = new SpillFile.Head(last.place(parent), id, row.number("Score"));
            last.put(parent, answers.write(head, row.text("Body")));
        }
    }

    private static void emit(PostRows row, Threads threads, RecordCollector records) throws IOException {
        if (row.number("PostTypeId") != QUESTION) {
            return;
        }
        long id = row.number("Id");
        String title = SingleLine.of(row.text("Title").strip().replaceAll("\\s+", " "));
        if (id <= 0 || title.isEmpty()) {
            records.malformed(row.line(), "a question without an Id or a Title");
            return;
        }
        AnswerThread thread = threads.of(id, row.number("AcceptedAnswerId"));
        thread.addDetail("Question", Threads.answer(row.text("Body")));
        records.entry(new Entry(new EntryId(records.file() + "#" + id), EntryKind.QUESTION, null,
                thread.question(title), thread.answer(), Context.NONE, labels(row.text("Tags")), records.file(),
                row.line()));
    }

    private static SortedMap<String, List<String>> labels(String tags) {
        List<String> names = TAG.matcher(tags).results().map(MatchResult::group).distinct().toList();
        SortedMap<String, List<String>> labels = new TreeMap<>();
        if (!names.isEmpty()) {
            labels.put("tag", names);
        }
        return labels;
    }
}
