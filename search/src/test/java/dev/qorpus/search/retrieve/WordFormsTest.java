package dev.qorpus.search.retrieve;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.search.Search;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions of one word, in one of several forms that share a stem, or within identifiers. */
class WordFormsTest {

    private static final String CORPUS = """
            ## How do I operate the crane?

            Turn the key, and push the lever.

            ## Who is the operator of the ferry?

            The harbour office.

            ## What is an operation code?

            The number of a command.

            ## When are goods delivered?

            On Mondays.

            ## What is good in this wine?

            Its taste of plums.

            ## Where are the orders kept?

            In the table shop.order_queue_items.

            ## Which call reads a customer?

            Use readCustomerByNumber() with the number.

            ## Which setting limits uploads?

            The value of max_body_size, in bytes.
            """;

    private static LuceneBackend backend;
    private static Search search;

    @BeforeAll
    static void index(@TempDir Path home) throws IOException {
        backend = IndexedCorpus.ofMarkdown(home, "forms.md", CORPUS);
        search = IndexedCorpus.search(backend);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    private static String first(String question, String mode) {
        return search.search(Query.of(question, mode)).hits().getFirst().entry().question();
    }

    @ParameterizedTest
    @CsvSource({"operate, How do I operate the crane?", "operator, Who is the operator of the ferry?",
            "operation, What is an operation code?", "goods, When are goods delivered?",
            "good, What is good in this wine?"})
    void theFormThatIsAskedForIsFirst(String word, String question) {
        assertThat(first(word, "lexical")).isEqualTo(question);
        assertThat(first(word, "hybrid")).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource({"order_queue, Where are the orders kept?", "orderqueue, Where are the orders kept?",
            "shoporderqueueitems, Where are the orders kept?", "readcustomer, Which call reads a customer?",
            "customerbynumber, Which call reads a customer?", "maxbodysize, Which setting limits uploads?",
            "bodysize, Which setting limits uploads?"})
    void identifiersAreFoundByNeighbouringNames(String word, String question) {
        assertThat(first(word, "lexical")).isEqualTo(question);
        assertThat(first(word, "hybrid")).isEqualTo(question);
    }
}
