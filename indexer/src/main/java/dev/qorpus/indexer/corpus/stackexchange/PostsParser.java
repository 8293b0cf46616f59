package dev.qorpus.indexer.corpus.stackexchange;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Answer;
import dev.qorpus.indexer.corpus.entry.Context;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.html.HtmlToMarkdown;
import dev.qorpus.indexer.corpus.html.PlainText;
import dev.qorpus.indexer.corpus.source.SingleLine;
import dev.qorpus.indexer.corpus.source.Source;

/**
 * Parses {@code Posts.xml} of a StackExchange dump. Each question gets its accepted answer, or else the answer with the
 * highest score. An answer may be anywhere in the file, so the file is read three times. The first pass chooses the
 * answers, the second copies their texts to a temporary file, and the third hands on the questions in order. The use of
 * memory does not depend on the length of the texts.
 */
public final class PostsParser implements FileParser {

    private static final int QUESTION = 1;
    private static final int ANSWER = 2;

    /** Tags are {@code <a><b>}, or in newer dumps {@code |a|b|}. */
    private static final Pattern TAG = Pattern.compile("[^<>|\\s]+");

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        BestAnswers answers = new BestAnswers();
        readUpToError(source, row -> choose(row, answers));
        answers.complete();
        RecordCollector records = new RecordCollector(file, handler);
        try (SpillFile texts = spill(source, answers)) {
            PostRows.read(source, row -> emit(row, answers, texts, records));
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

    private static void choose(PostRows row, BestAnswers answers) {
        long id = row.number("Id");
        long parent = row.number("ParentId");
        if (id > 0 && row.number("PostTypeId") == QUESTION) {
            answers.question(id, row.number("AcceptedAnswerId"));
        } else if (id > 0 && parent > 0 && row.number("PostTypeId") == ANSWER) {
            answers.answer(id, parent, row.number("Score"));
        }
    }

    private static SpillFile spill(Source source, BestAnswers answers) throws IOException {
        SpillFile texts = SpillFile.open();
        boolean done = false;
        try {
            readUpToError(source, row -> {
                long id = row.number("Id");
                long parent = row.number("ParentId");
                if (row.number("PostTypeId") == ANSWER && answers.isWanted(id, parent)) {
                    answers.place(texts.write(row.text("Body")), id, parent);
                }
            });
            texts.complete();
            done = true;
            return texts;
        } finally {
            if (!done) {
                texts.close();
            }
        }
    }

    private static void emit(PostRows row, BestAnswers answers, SpillFile texts, RecordCollector records)
            throws IOException {
        if (row.number("PostTypeId") != QUESTION) {
            return;
        }
        long id = row.number("Id");
        String title = SingleLine.of(row.text("Title").strip().replaceAll("\\s+", " "));
        if (id <= 0 || title.isEmpty()) {
            records.malformed(row.line(), "a question without an Id or a Title");
            return;
        }
        long place = answers.place(id);
        Answer answer = place < 0 ? Answer.NONE : answer(texts.read(place));
        records.entry(new Entry(new EntryId(records.file() + "#" + id), EntryKind.QUESTION, null, title, answer,
                Context.NONE, labels(row.text("Tags")), records.file(), row.line()));
    }

    private static Answer answer(String html) {
        String markdown = HtmlToMarkdown.of(html);
        String text = PlainText.ofMarkdown(markdown);
        return text.isEmpty() ? Answer.NONE : new Answer(markdown, text);
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
