package dev.qorpus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

import dev.qorpus.indexer.analysis.LanguageAnalyzers;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.models.Models;

/** The same BM25 queries written directly against Lucene: analyse, search, read the stored fields. */
final class PlainLucene implements AutoCloseable {

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer = LanguageAnalyzers.of("en");

    PlainLucene(Path folder) throws IOException {
        this.reader = DirectoryReader.open(FSDirectory.open(folder));
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(LuceneSchema.similarity());
    }

    /** The best entries that share a word with a question. */
    List<Document> search(String question, int k) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : terms(question)) {
            query.add(new TermQuery(new Term(LuceneSchema.TEXT, term)), BooleanClause.Occur.SHOULD);
        }
        return found(query.build(), k);
    }

    /** The best entries that have the words of a phrase side by side. */
    List<Document> phrase(String phrase, int k) throws IOException {
        return found(new PhraseQuery(LuceneSchema.TEXT, terms(phrase).toArray(String[]::new)), k);
    }

    /** The passages nearest to a vector, as Lucene compares them. */
    List<Document> nearest(float[] vector, int k) throws IOException {
        return found(new KnnFloatVectorQuery(LuceneSchema.passageVectors(Models.DEFAULT), vector, k), k);
    }

    private List<String> terms(String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(LuceneSchema.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }

    private List<Document> found(Query query, int k) throws IOException {
        List<Document> shown = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, k).scoreDocs) {
            shown.add(searcher.storedFields().document(hit.doc));
        }
        return shown;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
