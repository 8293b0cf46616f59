package dev.qorpus.search.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;

import static org.assertj.core.api.Assertions.assertThat;

/** What is an operator and what is text, with the filter fields of the seed. */
class QueryLanguageTest {

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static QuestionReader reader;

    @BeforeAll
    static void index() {
        backend = IndexedCorpus.of(home, SeedFixture.FOLDER);
        reader = new QuestionReader(backend.manifest());
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    private static ParsedQuestion read(String question) {
        return reader.read(new Query(question, Mode.LEXICAL, 9, List.of(), false));
    }

    private static String operators(ParsedQuestion parsed) {
        return parsed.operators().stream().map(Operator::label).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"jaguar -car | jaguar | -car",
            "-car jaguar | jaguar | -car", "jaguar -car -engine | jaguar | -car -engine",
            "jaguar (not -car) | jaguar (not ) | -car", "what is a jaguar -Car? | what is a jaguar ? | -Car",
            "jaguar −car | jaguar | -car", "Zug -Verspätung | Zug | -Verspätung", "语言 -模型 | 语言 | -模型",
            "variables -JavaScript | variables | -JavaScript", "loops -C++ -Docker | loops | -C++ -Docker",
            "+numpy broadcast | numpy broadcast | +numpy", "\"tax on income\" | tax on income | \"tax on income\"",
            "who pays “tax on income”? | who pays tax on income? | \"tax on income\"",
            "„Steuer auf Lohn“ zahlen | Steuer auf Lohn zahlen | \"Steuer auf Lohn\"",
            "«impôt sur le revenu» | impôt sur le revenu | \"impôt sur le revenu\"",
            "tax -\"tax office\" | tax | -\"tax office\"", "docker -it -\"ubuntu\" | docker -it | -\"ubuntu\"",
            "attention type:deep | attention | type:deep", "attention TYPE:Deep | attention | type:Deep",
            "attention -type:deep | attention | -type:deep", "attention type!=Basic | attention | type!=Basic",
            "attention type>=Deep | attention | type>=Deep", "attention type=Deep | attention | type:Deep",
            "attention section:transformers | attention | section:transformers",
            "attention section:\"Language Transformers\" | attention | section:Language Transformers",
            "attention file:questions.md, please | attention , please | file:questions.md",
            "attention language:English kind:question | attention | language:English kind:question",
            "kind:question | question | kind:question", "attention tag:draft | attention | tag:draft"})
    void operatorsAreUnderstood(String question, String text, String operators) {
        ParsedQuestion parsed = read(question);
        assertThat(parsed.text()).isEqualTo(text);
        assertThat(operators(parsed)).isEqualTo(operators);
    }

    @ParameterizedTest
    @ValueSource(strings = {"How do LSTMs improve over RNNs?", "state-of-the-art", "mother-in-law of a well-known",
            "gcloud --version", "docker run -it -d ubuntu", "tar -xf a.tar -list", "ls -l", "java -Xmx2g -DskipTests",
            "it is -5 degrees", "5 - 3 = 2", "a -b", "C++ and C#", "g++ a+b", "call +49 170 1234", "1+1", "a -> b",
            "a --> b",
            "the thing -which broke- is", "Vor- und -nachteile", "in- and -output", "5\" by 6\" pipe",
            "an open \"quote",
            "say \"\" or \"++\"", "don't 'quote me'", "`-car` in code", "use `\"quoted\"` here",
            "see http://example.org:80/a-b",
            "C:\\temp\\-x", "/usr/lib/x.py -", "what does kind: Pod mean", "kind:Pod", "colour:red", "std::vector<int>",
            "12:30", "type=int", "file:///etc/hosts", "main.py:12: error", "dict {\"a\": \"b\"}", "f(\"x\", \"y\")",
            "File \"/app/x.py\", line 3, in \"run\"", "x=\"some text\" -y", "line one\n-item two\n-item three", "???",
            "-", "\"", "+", "-\"", ":", "a:", ":b", "-:", "🎉 -🎉"})
    void allElseIsText(String question) {
        ParsedQuestion parsed = read(question);
        assertThat(parsed.operators()).isEmpty();
        assertThat(parsed.text()).isEqualTo(question);
    }

    @Test
    void whatIsLeftOutAloneIsSearched() {
        assertThat(read("-car").operators()).isEmpty();
        assertThat(read("-car").text()).isEqualTo("-car");
        assertThat(read("-car").notes()).singleElement().asString().contains("searched as text");
    }

    @Test
    void anOperatorBesideOptionsIsTextAndThatIsSaid() {
        assertThat(read("docker -it -ubuntu").notes()).singleElement().asString().contains("-\"ubuntu\"");
        assertThat(read("docker -it").notes()).isEmpty();
    }

    @Test
    void aValueThatNoEntryHasIsSaid() {
        assertThat(read("attention tag:draft").notes()).singleElement().asString().contains("No entry has tag:draft");
        assertThat(read("attention type:Hard").notes()).singleElement().asString().contains("Basic, Deep, Hands-On");
    }

    @Test
    void plainTextHasNoOperators() {
        ParsedQuestion plain = reader.read(Query.of("\"attention\" -type", Mode.LEXICAL).withReading(Reading.PLAIN));
        assertThat(plain.operators()).isEmpty();
        assertThat(plain.text()).isEqualTo("\"attention\" -type");
    }

    @Test
    void operatorsTellWhereTheyStand() {
        String question = "attention -\"self attention\" type:deep in transformers";
        for (Operator operator : read(question).operators()) {
            assertThat(question.substring(operator.start(), operator.end())).isEqualTo(operator.label());
        }
    }

    @Test
    void noTextIsAnError() {
        String alphabet = "ab-+\"'“”„«»:=!<>.,()[]{} \n\t`/\\*~^&|type:Deep 1é漢\uD83C\uDF89\u0000";
        Random random = new Random(19);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("x");
            random.ints(random.nextInt(40), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            ParsedQuestion parsed = read(text.toString());
            if (parsed.operators().isEmpty()) {
                assertThat(parsed.text()).isEqualTo(text.toString().replaceAll("[\\t\\x00]", " "));
            } else {
                assertThat(Query.hasWord(parsed.text())).as("%s", text).isTrue();
            }
        }
    }
}
