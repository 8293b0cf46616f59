package dev.qorpus.indexer.corpus.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.records.FieldName.Role;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;
import dev.qorpus.indexer.corpus.source.Utf8;

/**
 * Parses tables with a row of column names, separated by {@code ,} or {@code ;} (as spreadsheets in much of Europe write) or
 * tabs. The name of a column tells what it contains. A column with an unknown name is a label.
 */
public final class CsvParser implements FileParser {

    /** The longest row, in characters. */
    private static final int LONGEST = 8 << 20;

    /** The number of characters in which the separator is searched. */
    private static final int LONGEST_HEADER = 1 << 16;

    /** The first line by which Excel names the separator. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=([,;|\\t]?)(?=[\\s,;|]|\\z)");

    private static final Pattern ASKED = Pattern.compile("(?s).*\\S\\s+\\S.*[?？؟]\\s*");

    private final String separators;

    /** @param separators the separators that a file may use, the most likely first */
    public CsvParser(String separators) {
        this.separators = separators;
    }

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        CsvRows rows = new CsvRows();
        RecordCollector records = new RecordCollector(file, handler);
        try (InputStream bytes = source.open();
                BufferedReader text = Utf8.reader(bytes);
                CsvReader<CsvRows.Row> reader = builder(separator(text)).build(rows, text)) {
            read(reader, records);
        } catch (CsvParseException e) {
            throw new UnreadableException(rows.line(),
                    "the row has a quote that is not closed, text behind a closing quote, or more than " + LONGEST
                            + " characters or " + CsvRows.MOST_FIELDS
                            + " columns; correct the row, because the rest of the file is not read");
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? Utf8.firstError(source) : e.getCause();
        } catch (CharacterCodingException e) {
            throw Utf8.firstError(source);
        }
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder().fieldSeparator(separator).maxBufferSize(LONGEST)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                // Otherwise an unclosed quote would swallow the rest of the file silently.
                .allowUnclosedQuote(false);
    }

    private static void read(CsvReader<CsvRows.Row> reader, RecordCollector records) {
        List<FieldName> header = List.of();
        for (CsvRows.Row row : reader) {
            if (!header.isEmpty()) {
                emit(row, header, records);
            } else if (isAsked(row)) {
                header = List.of(FieldName.of("question"), FieldName.of("answer"), FieldName.of("section"));
                emit(row, header, records);
            } else if (!isSeparatorLine(row)) {
                header = row.fields().stream().map(FieldName::of).toList();
                row.fields().forEach(name -> records.leftOut(LeftOutRule.LABEL, name));
                if (header.stream().noneMatch(name -> name.role() == Role.QUESTION)) {
                    records.finding(Finding.Rule.FILE_WITHOUT_QUESTION, row.line(),
                            "no column of questions among " + names(row.fields()) + "; name one of them "
                                    + FieldName.QUESTION_NAMES + " (the answer: "
                                    + FieldName.ANSWER_NAMES + ")");
                    return;
                }
                if (header.stream().noneMatch(FieldName::mayBeAnswer)) {
                    records.withoutAnswers("no column of answers among " + names(row.fields()) + "; name one of them "
                            + FieldName.ANSWER_NAMES);
                }
            }
        }
        records.end("no rows; write the column names in the first line, and a question in each further line");
    }

    /** Whether the first row is a question with its answer, so that there is no row of names. */
    private static boolean isAsked(CsvRows.Row row) {
        return (row.fields().size() == 2 || row.fields().size() == 3)
                && ASKED.matcher(row.fields().getFirst()).matches() && !row.fields().get(1).isBlank();
    }

    /** Whether a row is the line by which Excel names the separator. */
    private static boolean isSeparatorLine(CsvRows.Row row) {
        return row.line() == 1 && SEPARATOR_LINE.matcher(row.fields().getFirst()).lookingAt();
    }

    private static void emit(CsvRows.Row row, List<FieldName> header, RecordCollector records) {
        List<String> fields = row.fields();
        // Spreadsheets write empty fields behind a table.
        boolean misplaced = fields.stream().skip(header.size()).anyMatch(field -> !field.isBlank());
        if (misplaced) {
            records.malformed(row.line(), fields.size() + " fields under " + header.size()
                    + " columns; quote a field that contains the separator");
            fields.forEach(field -> records.leftOut(LeftOutRule.MALFORMED, field));
        } else if (fields.stream().anyMatch(field -> !field.isBlank())) {
            NamedFields named = new NamedFields();
            for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
                named.add(header.get(i), List.of(fields.get(i)));
            }
            named.emit(row.line(), records);
        }
    }

    private static String names(List<String> columns) {
        return columns.stream().limit(30).map(name -> "'" + name.substring(0, Math.min(name.length(), 40)) + "'")
                .toList().toString();
    }

    /** The separator that occurs most often in the row of names. */
    private char separator(BufferedReader text) throws IOException {
        char[] start = new char[LONGEST_HEADER];
        text.mark(LONGEST_HEADER);
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; length += Math.max(read, 0)) {
            read = text.read(start, length, start.length - length);
        }
        text.reset();
        Matcher named = SEPARATOR_LINE.matcher(new String(start, 0, Math.min(length, 20)));
        if (named.lookingAt() && !named.group(1).isEmpty()) {
            return named.group(1).charAt(0);
        }
        int[] counts = new int[separators.length()];
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || start[i] != '\n'); i++) {
            quoted ^= start[i] == '"';
            int separator = quoted ? -1 : separators.indexOf(start[i]);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return separators.charAt(most);
    }
}
