package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LuceneVocabularyTest {

    private static final String FIELD = "words";

    private static Map<String, Integer> frequent(List<List<String>> entries, int most) throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (List<String> words : entries) {
                Document document = new Document();
                words.forEach(word -> document.add(new StringField(FIELD, word, Field.Store.NO)));
                writer.addDocument(document);
                // A segment each.
                writer.flush();
            }
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                return LuceneVocabulary.frequent(MultiTerms.getTerms(reader, FIELD).iterator(), most);
            }
        }
    }

    @Test
    void wordsOfFewEntriesAreLeftOutWhereThereAreTooMany() throws IOException {
        List<List<String>> entries = List.of(List.of("a", "café", "rare"), List.of("a", "café", "z"),
                List.of("a", "b", "z"));
        assertThat(frequent(entries, 5)).isEqualTo(Map.of("a", 3, "b", 1, "café", 2, "rare", 1, "z", 2));
        assertThat(frequent(entries, 4)).isEqualTo(Map.of("a", 3, "café", 2, "z", 2));
        assertThat(frequent(entries, 2)).isEqualTo(Map.of("a", 3));
    }
}
