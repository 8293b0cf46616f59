package dev.qorpus.models.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.models.ModelException;
import dev.qorpus.models.WordVectors;

/** Reads files of word vectors in the text formats of GloVe and word2vec. */
public final class WordVectorReader {

    /** The words of these files get rarer and rarer. Further words cost memory and seldom matter. */
    static final int MOST_WORDS = 400_000;

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
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(spec.file()), StandardCharsets.UTF_8))) {
            vectors.read(lines);
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
            String[] fields = line.strip().split(" +", -1);
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
        if (words.putIfAbsent(String.join(" ", List.of(fields).subList(0, first)), rows.size()) == null) {
            rows.add(row);
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
