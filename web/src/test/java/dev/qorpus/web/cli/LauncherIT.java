package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The launcher on machines that are set up badly. */
class LauncherIT {

    @TempDir
    Path home;

    @Test
    void worksThroughASymbolicLinkFromAFolderWithBlanks() throws IOException {
        Path blanks = Files.createDirectory(home.resolve("two words"));
        Path link = Files.createSymbolicLink(blanks.resolve("q"), Path.of(Product.LAUNCHER));

        Run run = Product.in(blanks).runCommand(List.of(link.toString(), "--version"));
        Files.delete(link);

        assertTellsItsVersion(run);
    }

    @Test
    void looksElsewhereWhereJavaHomeIsWrong() {
        assertTellsItsVersion(new Product(home, Map.of("JAVA_HOME", "/nonexistent")).run("--version"));
    }

    /** As version managers and macOS put one there: a program that is in no JDK's folder. */
    @Test
    void looksElsewhereWhereTheJavaOnThePathIsOnlyAStub() throws IOException {
        Path bin = Files.createDirectory(home.resolve("bin"));
        Path stub = Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
        String path = bin + ":" + System.getenv("PATH");

        assertTellsItsVersion(new Product(home, Map.of("JAVA_HOME", "", "PATH", path)).run("--version"));
    }

    @Test
    void worksWithoutAHomeFolder() {
        assertTellsItsVersion(new Product(home, Map.of("HOME", "", "JAVA_HOME", "")).run("--version"));
    }

    @Test
    void anUnknownTestIsNamed() {
        Run run = new Product(home, Map.of()).run("test", "NoSuchTest");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("there is no test class 'NoSuchTest'");
    }

    /**
     * As under cron, in containers, and over ssh from a machine with other locales. The shell writes the letters, so that
     * no Java spoils them.
     */
    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LC_ALL, xx_XX.UTF-8", "LC_CTYPE, UTF-8", "LANG, xx_XX.utf8@euro"})
    void understandsUtf8WithoutALocale(String variable, String locale) throws IOException {
        Files.writeString(home.resolve("note.md"), "## Q1. What is tea?\n\nLeaves in water.\n");
        String command = "mv note.md \"$(printf 'caf\\303\\251.md')\" && exec \"$0\" check \"$(printf 'caf\\303\\251.md')\"";

        Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
        environment.put(variable, locale);
        Run run = new Product(home, environment)
                .runCommand(List.of("sh", "-c", command, Product.LAUNCHER));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 file, 1 entr");
    }

    /** Made when {@link Product} was first used; {@code target/aot-training.log} tells what was wrong if it is empty. */
    @Test
    void startsFromAnArchiveThatWasMadeOnce() throws IOException {
        assumeTrue(Runtime.version().feature() >= 25, "JDKs before 25 make no archive of compiled code");
        Path target = Path.of(Product.LAUNCHER).resolveSibling("web").resolve("target");

        Run run = Product.in(home).run("--version");

        assertTellsItsVersion(run);
        assertThat(run.err()).isEmpty();
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("quick-"))).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(10_000_000));
        }
    }

    private static void assertTellsItsVersion(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("qorpus ").hasLineCount(1);
    }
}
