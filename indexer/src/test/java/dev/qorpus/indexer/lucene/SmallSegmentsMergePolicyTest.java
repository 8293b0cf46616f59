package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class SmallSegmentsMergePolicyTest {

    private final Directory directory = new ByteBuffersDirectory();
    private IndexWriter writer;

    @BeforeEach
    void open() throws IOException {
        writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        directory.close();
    }

    private void segment(int documents) throws IOException {
        for (int i = 0; i < documents; i++) {
            Document document = new Document();
            document.add(new StringField("n", Integer.toString(i), Field.Store.NO));
            writer.addDocument(document);
        }
        writer.flush();
    }

    private int[] segments() throws IOException {
        writer.commit();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.leaves().stream().mapToInt(leaf -> leaf.reader().maxDoc()).sorted().toArray();
        }
    }

    @Test
    void muchInSmallSegmentsIsMergedAndLargeOnesAreLeftAlone() throws IOException {
        segment(100);
        segment(20);
        segment(30);
        segment(5);
        writer.commit();

        List<String> told = new ArrayList<>();
        assertThat(SmallSegmentsMergePolicy.merge(writer, 50, 40, () -> told.add("begun"))).isTrue();

        assertThat(told).isNotEmpty();

        assertThat(segments()).containsExactly(55, 100);
        assertThat(writer.getConfig().getMergePolicy()).isSameAs(NoMergePolicy.INSTANCE);
    }

    @Test
    void littleInSmallSegmentsIsLeftAlone() throws IOException {
        segment(100);
        segment(20);
        segment(15);
        writer.commit();

        assertThat(SmallSegmentsMergePolicy.merge(writer, 50, 40, () -> fail("there is nothing to do"))).isFalse();

        assertThat(segments()).containsExactly(15, 20, 100);
    }
}
