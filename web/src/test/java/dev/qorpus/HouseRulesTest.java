package dev.qorpus;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may use which. Each rule is one line of a table. {@code ..} includes the packages below. Packages of
 * Qorpus are named without {@code dev.qorpus}. Copied constants leave no trace in a class file and are not seen.
 */
class HouseRulesTest {

    private static final JavaClasses ALL = CompiledClasses.read("classes", "test-classes");
    private static final JavaClasses MAIN = ALL.that(not(CompiledClasses.TESTS));

    private static final int MOST_CLASSES = 20;
    /** Names that two classes share, because the package makes the difference plain. */
    private static final Set<String> SHARED_NAMES = Set.of();

    @ParameterizedTest(name = "only {1} use {0}")
    @CsvSource(delimiter = '|', textBlock = """
            ai.djl.., ai.onnxruntime..                            | models.djl..
            org.ejml..                                            | models.vectors..
            org.commonmark.., org.jsoup..                         | indexer.corpus..
            de.siegmar.fastcsv.., javax.xml.., com.ctc.wstx..     | indexer.corpus..
            org.eclipse.jgit..                                    | indexer.corpus.ignore..
            opennlp..                                             | indexer.language..
            org.apache.lucene..          | indexer.analysis.., indexer.lucene.., search.lucene..
            org.apache.lucene.analysis..                          | indexer.analysis..
            nl.cwts.., tagbio.umap..                              | search.topics..
            com.github.benmanes..                                 | search.cache..
            picocli.., me.tongfei..                               | web.cli..
            io.javalin.., org.eclipse.jetty..                     | web.api.., web.serve..
            jakarta.servlet..                                     | web.api.., web.mcp
            io.micrometer..                                       | web.api.., web.serve..
            io.modelcontextprotocol.., reactor..                  | web.mcp..
            """)
    void librariesStayInTheirPackages(String library, String users) {
        assertOnly(ALL, users, library);
    }

    /** OpenSearch is Lucene: it weighs terms with Lucene's formulas. */
    @ParameterizedTest(name = "only {1} use {0}")
    @CsvSource(delimiter = '|', textBlock = """
            indexer.lucene..     | indexer.lucene.., search.lucene.., web.assembly..
            search.lucene..      | search.lucene.., search.opensearch.., web.assembly..
            indexer.opensearch.. | indexer.opensearch.., search.opensearch.., web.assembly..
            search.opensearch..  | search.opensearch.., web.assembly..
            """)
    void onlyWhatOpensAnIndexKnowsTheEngine(String engine, String users) {
        assertOnly(ALL.that(not(CompiledClasses.JUNIT)), users, engine);
    }

    @ParameterizedTest(name = "{0} use nothing of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            search.lucene.., search.opensearch.., search.backend.. | search
            search.lucene.., search.opensearch.., search.backend.. | search.pipeline..
            search.lucene.., search.opensearch.., search.backend.. | search.retrieve..
            search.lucene.., search.opensearch.., search.backend.. | search.fuse..
            """)
    void enginesKnowNoRanking(String engines, String ranking) {
        noClasses().that().resideInAnyPackage(packages(engines)).should().dependOnClassesThat()
                .resideInAnyPackage(packages(ranking)).check(MAIN);
    }

    /** What is public for a few other packages. */
    @ParameterizedTest(name = "only {1} use {0}")
    @CsvSource(delimiter = '|', textBlock = """
            models.djl..                   | models.djl.., web.assembly
            models.directory..             | models.directory.., models.djl
            models.store..                 | models.store, models.djl
            models.words..                 | models.words.., models.djl, search.topics
            indexer.corpus.source..        | indexer.corpus.., indexer.check
            indexer.corpus.markdown..      | indexer.corpus..
            indexer.corpus.question..      | indexer.corpus.., indexer.check
            indexer.corpus.records..       | indexer.corpus..
            indexer.corpus.flashcards..    | indexer.corpus..
            indexer.corpus.section..       | indexer.corpus..
            indexer.corpus.stackexchange.. | indexer.corpus..
            indexer.corpus.html..          | indexer.corpus.., web.json, web.export
            indexer.corpus.ignore..        | indexer.corpus.., indexer.check, web..
            indexer.corpus.images..        | indexer.corpus.., web.api.endpoint, web.export
            indexer.corpus.markup..        | indexer.corpus..
            indexer.corpus.notebook..      | indexer.corpus..
            indexer.corpus.page..          | indexer.corpus..
            indexer.corpus.links..         | indexer.corpus.., indexer.check
            indexer.opensearch.client..    | indexer.opensearch.., search.opensearch.., web.assembly
            search.cache..                 | search.cache.., search, search.browse, search.pipeline, search.opensearch, web.serve
            search.pipeline..              | search.pipeline.., search
            search.rerank..                | search.rerank.., search.pipeline, search, web.assembly, web.cli.option
            search.task..                  | search.task.., search.backend.., search.lucene.., search.pipeline, search.rerank
            search.browse..                | search.browse.., search, web.json, web.mcp
            search.lucene.dense..          | search.lucene..
            search.lucene.segment..        | search.lucene..
            search.related..               | search.related.., web..
            search.compare..               | search.compare.., web..
            search.evaluate..              | search.evaluate.., web..
            search.topics..                | search.topics.., web..
            web.api.access..               | web.api..
            web.api.contract..             | web.api..
            web.api.deploy..               | web.api.., web.cli.option
            web.api.endpoint..             | web.api..
            web.api.problem..              | web.api..
            web.api.route..                | web.api..
            web.parameter..                | web.parameter, web.api.., web.mcp..
            web.mcp.tool..                 | web.mcp.., web.api, web.cli
            web.mcp.stdio..                | web.mcp.stdio, web.cli
            web.cli.option..               | web.cli..
            web.cli.terminal..             | web.cli..
            web.cli.completion..           | web.cli..
            web.cli.remote..               | web.cli..
            web.export..                   | web.export, web.cli, web.assembly
            web.json.sarif..               | web.json.., web.cli
            """)
    void packagesServeThoseTheyAreMadeFor(String fenced, String users) {
        assertOnly(MAIN, users, fenced);
    }

    @Test
    void packagesUseEachOtherOneWay() {
        slices().assignedFrom(CompiledClasses.PACKAGES).should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void aPackageHoldsFewClasses() {
        Map<String, Long> sizes = topLevel().collect(
                Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= MOST_CLASSES);
        assertThat(sizes).as("packages of more than %d classes", MOST_CLASSES).isEmpty();
    }

    @Test
    void noTwoClassesShareAName() {
        Map<String, Set<String>> packages = topLevel().collect(Collectors.groupingBy(JavaClass::getSimpleName,
                TreeMap::new, Collectors.mapping(JavaClass::getPackageName, Collectors.toCollection(TreeSet::new))));
        packages.values().removeIf(named -> named.size() == 1);
        packages.keySet().removeAll(SHARED_NAMES);
        assertThat(packages).as("names of more than one class").isEmpty();
    }

    /** A test waits until something is so, not for some time: see {@link dev.qorpus.web.Patience}. */
    @ParameterizedTest(name = "no test calls {0}.{1}")
    @CsvSource({"java.lang.Thread, sleep", "java.util.concurrent.TimeUnit, sleep", "java.lang.Object, wait",
            "java.util.concurrent.locks.LockSupport, parkNanos", "com.microsoft.playwright.Page, waitForTimeout"})
    void noTestSleeps(String owner, String method) {
        // The load of the soak test has a pace, which is no wait.
        noClasses().that(CompiledClasses.TESTS).and().doNotHaveSimpleName("SoakIT").should().callMethodWhere(
                describe(owner + "." + method,
                        call -> call.getTargetOwner().getName().equals(owner) && call.getName().equals(method)))
                .check(ALL);
    }

    private static void assertOnly(JavaClasses classes, String users, String used) {
        DescribedPredicate<JavaClass> theUsed = resideInAnyPackage(packages(used));
        DescribedPredicate<JavaClass> theUsers = resideInAnyPackage(packages(users));
        // A rule about a package that is gone, or misspelt, holds no more.
        assertThat(classes.stream().filter(theUsers).anyMatch(user -> user.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> theUsed.test(dependency.getTargetClass()))))
                .as("%s use %s", users, used).isTrue();
        noClasses().that(not(theUsers)).should().dependOnClassesThat(theUsed).check(classes);
    }

    private static Stream<JavaClass> topLevel() {
        return MAIN.stream().filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getSimpleName().equals("package-info"));
    }

    private static String[] packages(String list) {
        return Pattern.compile(", *").splitAsStream(list)
                .map(each -> each.matches("(models|indexer|search|web)\\b.*") ? "dev.qorpus." + each : each)
                .toArray(String[]::new);
    }
}
