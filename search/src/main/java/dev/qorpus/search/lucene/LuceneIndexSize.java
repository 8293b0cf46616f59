package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.IndexSize;
import dev.qorpus.search.backend.IndexSize.Vectors;

/** Adds up the files of a Lucene index. */
final class LuceneIndexSize {

    /** Terms, postings, positions, lengths: the extensions of Lucene 10's postings and norms. */
    private static final Set<String> WORDS = Set.of("tim", "tip", "tmd", "doc", "pos", "pay", "psm", "nvd", "nvm");

    private LuceneIndexSize() {}

    static IndexSize of(DirectoryReader reader, List<String> spaces) throws IOException {
        long words = 0;
        long total = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            if (leaf.reader() instanceof SegmentReader segment) {
                words += words(segment.getSegmentInfo());
                total += segment.getSegmentInfo().sizeInBytes();
            }
        }
        Map<String, Vectors> vectors = new HashMap<>();
        for (String space : spaces) {
            vectors.put(space, vectors(reader, List.of(LuceneSchema.questionVectors(space),
                    LuceneSchema.passageVectors(space))));
        }
        return new IndexSize(words, vectors, total);
    }

    private static long words(SegmentCommitInfo segment) throws IOException {
        if (!segment.info.getUseCompoundFile()) {
            return words(segment.info.dir, segment.files().toArray(String[]::new));
        }
        try (Directory inside = segment.info.getCodec().compoundFormat().getCompoundReader(segment.info.dir,
                segment.info)) {
            return words(inside, inside.listAll());
        }
    }

    private static long words(Directory directory, String[] files) throws IOException {
        long bytes = 0;
        for (String file : files) {
            if (WORDS.contains(file.substring(file.lastIndexOf('.') + 1))) {
                bytes += directory.fileLength(file);
            }
        }
        return bytes;
    }

    private static Vectors vectors(DirectoryReader reader, List<String> fields) throws IOException {
        long count = 0;
        long bytes = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String field : fields) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
                if (values != null) {
                    count += values.size();
                    bytes += (long) values.size() * values.dimension() * Float.BYTES;
                }
            }
        }
        return new Vectors(count, bytes);
    }
}
