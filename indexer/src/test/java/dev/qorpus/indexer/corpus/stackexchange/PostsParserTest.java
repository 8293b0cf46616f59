package dev.qorpus.indexer.corpus.stackexchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Dumps that are broken or hostile: what stands before the place is read, and the place is named. */
class PostsParserTest {

    private static final String FIRST = """
            <row Id="1" PostTypeId="1" Title="Why?" />
            <row Id="2" PostTypeId="2" ParentId="1" Score="1" Body="&lt;p&gt;So.&lt;/p&gt;" />
            """;

    @TempDir
    Path home;

    @Test
    void aTruncatedFileIsReadUpToItsEnd() throws IOException {
        ParseResult result = read("<posts>\n" + FIRST + "<row Id=\"3\" PostTypeId=\"1\" Title=\"Wh");

        assertThat(result.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).hasToString("Posts.xml#1");
            assertThat(entry.answer().text()).isEqualTo("So.\n\n— score 1");
        });
        assertThat(result.reports()).singleElement().asString()
                .startsWith("Posts.xml:4: the XML is broken here: ").endsWith("[unreadable-file]");
    }

    @Test
    void entitiesAreNeverExpanded() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE posts [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String posts = bomb + "]>\n<posts>\n" + FIRST + "<row Id=\"3\" PostTypeId=\"1\" Title=\"&a29;\" />\n</posts>";

        ParseResult result = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> read(posts));

        assertThat(result.ids()).containsExactly("Posts.xml#1");
        assertThat(result.reports()).singleElement().asString().startsWith("Posts.xml:5: the XML is broken here");
    }

    @Test
    void nothingOutsideIsFetched() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "SECRET");
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String here = "http://127.0.0.1:" + server.getAddress().getPort();
            for (String use : new String[]{"<row Id=\"3\" PostTypeId=\"1\" Title=\"&x;\" />", "&x;", "%p;", ""}) {
                ParseResult result = read("<!DOCTYPE posts SYSTEM \"" + here + "/posts.dtd\" [<!ENTITY x SYSTEM \""
                        + secret.toUri() + "\"><!ENTITY % p SYSTEM \"" + here + "/p\"> %p;]>\n<posts>\n" + FIRST + use
                        + "\n</posts>");
                assertThat(result.ids()).containsExactly("Posts.xml#1");
                assertThat(result.toString()).doesNotContain("SECRET");
            }
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void bytesThatAreNoUtf8AndNulAreReported() throws IOException {
        ParseResult latin = read(
                ("<posts>\n" + FIRST + "<row Id=\"3\" PostTypeId=\"1\" Title=\"Caf\u00e9?\" />\n</posts>")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.reports()).singleElement().asString().contains("not UTF-8").endsWith("[unreadable-file]");

        ParseResult nul = read("<posts>\n" + FIRST + "<row Id=\"3\" PostTypeId=\"1\" Title=\"\u0000\" />\n</posts>");
        assertThat(nul.ids()).containsExactly("Posts.xml#1");
        assertThat(nul.reports()).singleElement().asString().startsWith("Posts.xml:4: the XML is broken here")
                .doesNotContain("\u0000");
    }

    @Test
    void aRowWithoutEndFillsNoMemory() throws IOException {
        for (String endless : new String[]{"x".repeat(20 << 20), "x\" a=\"".repeat(100_000)}) {
            ParseResult result = read("<posts>\n" + FIRST + "<row Id=\"3\" Title=\"" + endless + "\" />\n</posts>");
            assertThat(result.ids()).containsExactly("Posts.xml#1");
            assertThat(result.reports()).singleElement().asString().contains("the XML is broken here", "limit")
                    .matches("Posts.xml:[34]: .*");
        }
    }

    @Test
    void otherXmlIsNoCorpus() throws IOException {
        Files.writeString(home.resolve("tea.md"), "# Why?\nSo.\n");
        Files.writeString(home.resolve("pom.xml"), "<posts></posts>");
        Files.writeString(home.resolve("Posts.xml"), "<?xml version=\"1.0\"?>\n<!-- <posts> --><blog><posts/></blog>");

        ParseResult result = ParseResult.ofCorpus(home);

        assertThat(result.ids()).containsExactly("tea.md#why");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void xmlThatIsNamedIsReadIfItIsADump() throws IOException {
        Path dump = Files.writeString(home.resolve("gardening.xml"), "<posts>" + FIRST + "</posts>");
        assertThat(ParseResult.ofCorpus(dump).ids()).containsExactly("gardening.xml#1");

        Path other = Files.writeString(home.resolve("other.xml"), "<users/>");
        assertThat(ParseResult.ofCorpus(other).reports())
                .containsExactly("other.xml:1: the root element is 'users'; XML is "
                        + "read only if it is a StackExchange dump of posts, with the root 'posts' [file-without-question]");
    }

    @Test
    void aFileWithoutXmlIsReported() throws IOException {
        assertThat(read("").reports()).singleElement().asString().startsWith("Posts.xml:1: the XML is broken here");
        assertThat(read("<posts/>").reports()).singleElement().asString().contains("no question; questions are rows");
    }

    private ParseResult read(String posts) throws IOException {
        return read(posts.getBytes(StandardCharsets.UTF_8));
    }

    private ParseResult read(byte[] posts) throws IOException {
        return ParseResult.ofCorpus(Files.write(home.resolve("Posts.xml"), posts));
    }
}
