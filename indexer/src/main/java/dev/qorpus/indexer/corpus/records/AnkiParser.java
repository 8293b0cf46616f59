package dev.qorpus.indexer.corpus.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.format.RecordCollector;
import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;
import dev.qorpus.indexer.corpus.source.Utf8;

/**
 * Parses the text that Anki exports: settings such as {@code #separator:tab} and {@code #deck column:2}, and then a note on
 * each row. Older versions write no settings. The first field is the front of a card, and the others are its back. The deck is the section, and tags are
 * labels.
 */
public final class AnkiParser implements FileParser {

    private static final Pattern SETTING = Pattern.compile("#([a-zA-Z ]{1,30}):(.*)");
    private static final Map<String, Character> SEPARATORS = Map.of("tab", '\t', "comma", ',', "semicolon", ';',
            "space", ' ',
            "pipe", '|', "colon", ':');
    private static final Pattern CLOZE = Pattern.compile("\\{\\{c\\d{1,3}::(.{1,5000}?)(?:::(.{1,500}?))?\\}\\}",
            Pattern.DOTALL);
    private static final Pattern SOUND = Pattern.compile("\\[sound:[^\\]]{1,500}\\]");
    /** Two or three fields with words, separated by tabs. */
    private static final Pattern NOTE = Pattern
            .compile("[^\\t]*\\p{L}[^\\t]*\\t[^\\t]*\\p{L}[^\\t]*(?:\\t[^\\t]*)?");
    /** A field that asks, or has at least four words. */
    private static final Pattern PHRASES = Pattern
            .compile("[^\\t]*[?？]\\s*\\t.*|(?:[^\\t]*\\t)?\\s*\\p{L}[^\\s]*(?: +[^\\s]+){3}.*");
    /** The number of lines that are looked at. */
    private static final int SEVERAL = 50;
    private static final int LONGEST = 8 << 20;

    /** What the settings at the top of a file say. */
    private record Settings(Map<String, String> values, int lines) {
        char separator() {
            String name = values.getOrDefault("separator", "tab");
            return name.isEmpty() ? '\t' : SEPARATORS.getOrDefault(name.toLowerCase(Locale.ROOT), name.charAt(0));
        }

        /** The column of something, from 0; negative if there is none. */
        int column(String what) {
            String number = values.getOrDefault(what + " column", "0").strip();
            return number.matches("\\d{1,3}") ? Integer.parseInt(number) - 1 : -1;
        }
    }

    /**
     * Whether a file begins as an export does: with settings, or with lines of a front, a tab and a back. Most of these
     * lines are phrases, because words and numbers with tabs may be any data.
     */
    public static boolean isExport(String beginning) {
        return beginning.startsWith("#separator:") || beginning.startsWith("#html:") || isTable(beginning);
    }

    private static boolean isTable(String beginning) {
        if (beginning.indexOf('\t') < 0) {
            return false;
        }
        // The last line may be cut off.
        List<String> lines = beginning.lines().filter(line -> !line.isBlank()).limit(SEVERAL).toList();
        long notes = lines.stream().filter(line -> NOTE.matcher(line).matches()).count();
        long phrases = lines.stream().filter(line -> PHRASES.matcher(line).matches()).count();
        return lines.size() > 1 && notes >= lines.size() - (lines.size() < SEVERAL ? 1 : 0)
                && 2 * phrases >= lines.size();
    }

    @Override
    public void parse(String file, Source source, CorpusHandler handler) throws IOException {
        RecordCollector records = new RecordCollector(file, handler);
        CsvRows rows = new CsvRows();
        Settings settings = new Settings(new HashMap<>(), 0);
        try (InputStream bytes = source.open(); BufferedReader text = Utf8.reader(bytes)) {
            settings = settings(text);
            try (CsvReader<CsvRows.Row> reader = CsvReader.builder().fieldSeparator(settings.separator())
                    .maxBufferSize(LONGEST).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE).build(rows, text)) {
                for (CsvRows.Row row : reader) {
                    emit(row, settings, records);
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableException(rows.line() + settings.lines(),
                    "the row has text behind a closing quote, or is too long; correct it, because the rest of the file is "
                            + "not read");
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? Utf8.firstError(source) : e.getCause();
        } catch (CharacterCodingException e) {
            throw Utf8.firstError(source);
        }
        records.end("no notes behind the settings; export the notes again");
    }

    private static Settings settings(BufferedReader text) throws IOException {
        Map<String, String> values = new HashMap<>();
        int lines = 0;
        while (true) {
            text.mark(LONGEST);
            String line = text.readLine();
            Matcher setting = SETTING.matcher(line == null ? "" : line);
            if (!setting.matches()) {
                text.reset();
                return new Settings(values, lines);
            }
            values.put(setting.group(1).toLowerCase(Locale.ROOT), setting.group(2));
            lines++;
        }
    }

    private static void emit(CsvRows.Row row, Settings settings, RecordCollector records) {
        NamedFields fields = new NamedFields();
        List<String> texts = new ArrayList<>();
        String deck = settings.values().getOrDefault("deck", "");
        String tags = settings.values().getOrDefault("tags", "");
        for (int i = 0; i < row.fields().size(); i++) {
            String field = SOUND.matcher(row.fields().get(i)).replaceAll("").strip();
            if (i == settings.column("deck")) {
                deck = field;
            } else if (i == settings.column("tags")) {
                tags += " " + field;
            } else if (i == settings.column("guid")) {
                fields.add(FieldName.of("guid"), List.of(field));
            } else if (i == settings.column("notetype")) {
                fields.add(FieldName.of("notetype"), List.of(field));
            } else if (!field.isEmpty()) {
                texts.add(field);
            }
        }
        int line = row.line() + settings.lines();
        if (!texts.isEmpty()) {
            fields.isCard();
            fields.isItem(line);
            fields.add(FieldName.of("section"), List.of(deck.strip().split("::", -1)));
            fields.add(FieldName.of("tags"), List.of(tags.strip().split("\\s+", -1)));
            sides(texts, fields);
            fields.emit(line, records);
        }
    }

    /** The first text is the front. A cloze deletion is a question about what it hides. */
    private static void sides(List<String> texts, NamedFields fields) {
        String front = texts.removeFirst();
        Matcher cloze = CLOZE.matcher(front);
        if (cloze.find()) {
            texts.addFirst(cloze.replaceAll("$1"));
            front = cloze.replaceAll(hidden -> Matcher.quoteReplacement(
                    hidden.group(2) == null ? "[…]" : "[" + hidden.group(2) + "]"));
        }
        fields.add(FieldName.of("front"), List.of(front));
        fields.add(FieldName.of("back"), texts);
    }
}
