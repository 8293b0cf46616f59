package dev.qorpus.models.words;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.WordVectors;

/** Reads files of word vectors of fastText, GloVe and word2vec. */
public final class WordVectorReader {

    /** The words of these files get rarer and rarer. Further words cost memory and seldom matter. */
    static final int MOST_WORDS = 400_000;

    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]+");
    private static final Pattern OUTER = Pattern.compile("^[ \\t]+|[ \\t\\r]+$");

    private final WordVectors.InFile spec;
    private final Map<String, Integer> words = new HashMap<>();
    private final List<float[]> rows = new ArrayList<>();

    private WordVectorReader(WordVectors.InFile spec) {
        this.spec = spec;
    }

    /**
     * Reads a file and returns its embedder.
     *
     * @throws ModelException if the file cannot be read; the message names the line
     */
    public static WordVectorEmbedder open(WordVectors.InFile spec) {
        WordVectorReader vectors = new WordVectorReader(spec);
        try (InputStream in = WordVectors.InFile.open(spec.file())) {
            if (spec.layout() == WordVectors.Layout.BINARY) {
                vectors.read(new BinaryWordVectors(new DataInputStream(new BufferedInputStream(in)), spec));
            } else {
                vectors.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new ModelException(spec.name(),
                    "cannot be read (" + e.getMessage() + "); check the file and its permissions", e);
        }
        return new WordVectorEmbedder(spec, new WordListTokenizer(vectors.words),
                WordTable.weighted(vectors.rows.toArray(float[][]::new), 0));
    }

    private void read(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null && rows.size() < MOST_WORDS; line = lines.readLine()) {
            number++;
            // Words may hold other blanks of Unicode.
            String[] fields = SEPARATOR.split(OUTER.matcher(line).replaceAll(""), -1);
            boolean heading = number == 1 && fields.length == 2;
            if (!heading && !line.isBlank()) {
                add(number, fields);
            }
        }
    }

    /** The word is everything before the numbers. In some files it contains blanks. */
    private void add(int number, String[] fields) {
        int first = fields.length - spec.dimension();
        if (first < 1) {
            throw new ModelException(spec.name(), "line " + number + " has " + (fields.length - 1)
                    + " numbers, but the first vector has " + spec.dimension() + "; correct or remove the line");
        }
        float[] row = new float[spec.dimension()];
        for (int i = 0; i < row.length; i++) {
            row[i] = number(number, fields[first + i]);
        }
        add(String.join(" ", List.of(fields).subList(0, first)), row);
    }

    private void add(String word, float[] row) {
        // Files differ in whether accents are letters of their own.
        if (words.putIfAbsent(Normalizer.normalize(word, Normalizer.Form.NFC), rows.size()) == null) {
            rows.add(row);
        }
    }

    private void read(BinaryWordVectors file) throws IOException {
        for (int i = 0; i < Math.min(file.words(), MOST_WORDS); i++) {
            add(file.word(), file.vector());
        }
    }

    private float number(int line, String text) {
        try {
            float value = Float.parseFloat(text);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            System.getLogger(WordVectorReader.class.getName()).log(System.Logger.Level.TRACE, "no number", e);
        }
        throw new ModelException(spec.name(),
                "line " + line + " has '" + text + "' instead of a number; correct or remove the line");
    }
}
