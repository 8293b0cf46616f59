package dev.qorpus.indexer.corpus.section;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTitleTest {

    @ParameterizedTest(name = "{0} with the title {1}: {2}")
    @CsvSource(emptyValue = "", textBlock = """
            otter.md,                    Otter kayak,                Otter kayak
            set-up_guide.md,             ,                           set up guide
            2024-05-01-first-post.md,    ,                           first post
            03_ropes.md,                 ,                           ropes
            boats/README.md,             ,                           boats
            boats/otter/faq.md,          Frequently Asked Questions, otter
            boats/otter.md,              FAQ,                        otter
            docs/en/index.md,            ,                           ''
            README.md,                   ,                           ''
            README.md,                   FAQ,                        FAQ
            Übersicht.md,                ,                           Übersicht
            notes/Go.md,                 Go,                         Go
            """)
    void titleTellsWhatTheDocumentIsAbout(String file, @Nullable String written, String title) {
        assertThat(DocumentTitle.of(file, written)).isEqualTo(title);
    }
}
