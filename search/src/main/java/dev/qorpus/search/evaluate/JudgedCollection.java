package dev.qorpus.search.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.corpus.CorpusException;

/**
 * Questions with judgments in the layout of the BEIR benchmark (Thakur et al. 2021, arXiv 2104.08663).
 *
 * @param name of the folder
 * @param queries in the order of the file
 * @param judgments by question, the grades of entries that were judged
 */
public record JudgedCollection(String name, List<JudgedQuery> queries,
        Map<String, Map<String, Integer>> judgments) {

    private static final String QUERIES = "queries.jsonl";
    private static final String QRELS = "qrels.tsv";

    /**
     * A question of a collection.
     *
     * @param id its name in the judgments
     * @param text what is asked
     * @param metadata further fields, each with one or more values
     */
    public record JudgedQuery(String id, String text, Map<String, List<String>> metadata) {

        /** A question without metadata. */
        public JudgedQuery(String id, String text) {
            this(id, text, Map.of());
        }
    }

    /** The questions for which at least one entry is relevant: those that can be measured. */
    public List<JudgedQuery> answerable() {
        return queries.stream().filter(query -> !relevant(query.id()).isEmpty()).toList();
    }

    /** The entries with a grade above 0. */
    public Map<String, Integer> relevant(String query) {
        Map<String, Integer> relevant = new HashMap<>();
        judgments.getOrDefault(query, Map.of()).forEach((id, grade) -> {
            if (grade > 0) {
                relevant.put(id, grade);
            }
        });
        return relevant;
    }

    /**
     * The folders of judged questions that lie in or directly below those of a corpus, in the order of their names.
     *
     * @param roots folders or files; what is not there is passed over
     */
    public static List<Path> within(List<Path> roots) {
        return roots.stream().filter(Files::isDirectory).flatMap(JudgedCollection::andBelow)
                .filter(JudgedCollection::isIn).toList();
    }

    /** Whether a folder has the files of a collection. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(QUERIES)) && Files.isRegularFile(folder.resolve(QRELS));
    }

    private static Stream<Path> andBelow(Path root) {
        try (Stream<Path> below = Files.list(root)) {
            return Stream.concat(Stream.of(root), below.filter(Files::isDirectory).sorted().toList().stream());
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /**
     * Reads a collection.
     *
     * @throws CorpusException if a file is missing or malformed, naming the line
     */
    public static JudgedCollection read(Path folder) {
        for (String file : List.of(QUERIES, QRELS)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new CorpusException(folder.toString(),
                        "no " + file + " in it; a collection has " + QUERIES + " and " + QRELS);
            }
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        JudgedCollection collection = new JudgedCollection(name, queries(folder.resolve(QUERIES)),
                judgments(folder.resolve(QRELS)));
        if (collection.answerable().isEmpty()) {
            throw new CorpusException(folder.toString(),
                    "no question in " + QUERIES + " has a judgment above 0 in " + QRELS);
        }
        return collection;
    }

    private static List<JudgedQuery> queries(Path file) {
        JsonMapper json = JsonMapper.builder().build();
        List<JudgedQuery> queries = new ArrayList<>();
        lines(file, (number, line) -> {
            try {
                JsonNode object = json.readTree(line);
                queries.add(new JudgedQuery(object.path("_id").asString(), object.path("text").asString(),
                        metadata(object.path("metadata"))));
            } catch (JacksonException e) {
                throw new CorpusException(file + ":" + number, "not an object with \"_id\" and \"text\"");
            }
        });
        return queries;
    }

    private static Map<String, List<String>> metadata(JsonNode object) {
        Map<String, List<String>> metadata = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isArray()) {
                metadata.put(field.getKey(), value.valueStream().map(JsonNode::asString).toList());
            } else if (value.isValueNode() && !value.isNull()) {
                metadata.put(field.getKey(), List.of(value.asString()));
            }
        }
        return metadata;
    }

    private static Map<String, Map<String, Integer>> judgments(Path file) {
        Map<String, Map<String, Integer>> judgments = new HashMap<>();
        lines(file, (number, line) -> {
            String[] columns = line.split("\t", -1);
            if (number == 1 && columns[0].equals("query-id")) {
                return;
            }
            try {
                judgments.computeIfAbsent(columns[0], query -> new HashMap<>()).put(columns[1],
                        Integer.parseInt(columns[2].strip()));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new CorpusException(file + ":" + number, "not three columns: query-id, corpus-id, whole score");
            }
        });
        return judgments;
    }

    /** Receives lines. */
    private interface LineHandler {
        void line(int number, String line);
    }

    private static void lines(Path file, LineHandler handler) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    handler.line(number, line);
                }
            }
        } catch (IOException e) {
            throw new CorpusException(file.toString(), "cannot be read; it has to be UTF-8");
        }
    }
}
