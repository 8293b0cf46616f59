package dev.qorpus.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.Models;
import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.SearchSettings;

/** The same entries and questions, asked one after another: BM25 over texts, and the nearest of one vector an entry. */
record AnseriniSuite(Rounds rounds, Models models, Path home) implements Suite {

    private static final int ENTRIES = 10_000;
    private static final int TEXTS = 20_000;
    private static final int VECTORS = 5_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<Row> run() throws Exception {
        SyntheticCorpus corpus = new SyntheticCorpus(ENTRIES);
        Path folder = Files.createDirectories(home.resolve("anserini"));
        corpus.writeTo(folder.resolve("ours"));
        Anserini anserini = Anserini.in(folder.resolve("theirs"));
        write(corpus, folder);
        anserini.indexTexts(folder.resolve("texts"));
        anserini.indexVectors(folder.resolve("vectors"));
        try (LuceneBackend backend = LuceneBackend.open(folder.resolve("ours"))) {
            Search search = new Search(backend, models, SearchSettings.DEFAULT).withoutCaches();
            Map<String, Rounds.Contestant> contestants = new LinkedHashMap<>();
            contestants.put("words", () -> rate(TEXTS,
                    i -> search.search(Query.of(SyntheticCorpus.question(i), "lexical"))));
            contestants.put("bm25",
                    () -> anserini.textQueriesPerSecond(folder.resolve("questions.tsv"), RankingConstants.BM25_K1,
                            RankingConstants.BM25_B));
            contestants.put("vectors", () -> rate(VECTORS,
                    i -> search.search(Query.of(SyntheticCorpus.question(i), "dense"),
                            search.manifest().spaces().getFirst(),
                            corpus.questionEmbedding(i))));
            contestants.put("hnsw", () -> anserini.vectorQueriesPerSecond(folder.resolve("questions.jsonl")));
            Map<String, Double> found = rounds.inTurn(contestants);
            return List.of(
                    row("lexical questions over 10,000 entries", found, "words", "Anserini, BM25", "bm25"),
                    row("dense questions over them, vector known", found, "vectors", "Anserini, HNSW", "hnsw"));
        }
    }

    private static Row row(String work, Map<String, Double> found, String ours, String peer, String theirs) {
        return new Row(work, found.getOrDefault(ours, 0.0), "questions/s", peer, found.getOrDefault(theirs, 0.0), "",
                true);
    }

    /** What Anserini reads. */
    private static void write(SyntheticCorpus corpus, Path folder) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts")).resolve("entries.jsonl");
        Path vectors = Files.createDirectories(folder.resolve("vectors")).resolve("entries.jsonl");
        try (Writer text = Files.newBufferedWriter(texts); Writer vector = Files.newBufferedWriter(vectors)) {
            for (int i = 0; i < ENTRIES; i++) {
                IndexedEntry entry = corpus.entry(i, 0);
                line(text, Map.of("id", "e" + i, "contents", IndexSchema.text(entry.entry())));
                line(vector, Map.of("docid", "e" + i, "contents", "", "vector", corpus.vectors(i).passages()[0]));
            }
        }
        try (Writer text = Files.newBufferedWriter(folder.resolve("questions.tsv"))) {
            for (int i = 0; i < TEXTS; i++) {
                text.write(i + "\t" + SyntheticCorpus.question(i) + "\n");
            }
        }
        try (Writer vector = Files.newBufferedWriter(folder.resolve("questions.jsonl"))) {
            for (int i = 0; i < VECTORS; i++) {
                line(vector, Map.of("qid", i, "vector", corpus.questionVector(i)));
            }
        }
    }

    private static void line(Writer out, Map<String, Object> object) throws IOException {
        out.write(JSON.writeValueAsString(object) + "\n");
    }

    private static double rate(int questions, IntConsumer asking) {
        long began = System.nanoTime();
        for (int i = 0; i < questions; i++) {
            asking.accept(i);
        }
        return questions / (Rounds.millisSince(began) / 1e3);
    }
}
