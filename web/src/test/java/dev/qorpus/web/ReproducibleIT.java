package dev.qorpus.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.models.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** Who builds the same sources, wherever they lie, gets the same jars, byte for byte. */
@EnabledIfSystemProperty(named = "qorpus.reproducible", matches = "true", disabledReason = "takes minutes: mvn verify -Plong")
class ReproducibleIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> SOURCES = Set.of("pom.xml", ".mvn", "models", "indexer", "search", "library",
            "langchain4j",
            "web", "bom");
    private static final int PATIENCE_MINUTES = 10;

    @TempDir
    Path home;

    @Test
    void twoBuildsAreEqual() throws Exception {
        assertThat(build(home.resolve("one"))).hasSize(4).isEqualTo(build(home.resolve("another/place")));
    }

    /** The jars of a build, by their names. */
    private static Map<String, String> build(Path folder) throws IOException, InterruptedException {
        for (String source : SOURCES) {
            copy(ROOT.resolve(source), folder.resolve(source));
        }
        Process process = new ProcessBuilder("mvn", "-q", "-B", "-o", "package", "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true", "-Denforcer.skip=true", "-Dmdep.analyze.skip=true")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
        Map<String, String> jars = new TreeMap<>();
        for (String module : List.of("models", "indexer", "search", "web")) {
            try (Stream<Path> files = Files.list(folder.resolve(module).resolve("target"))) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                    jars.put(jar.getFileName().toString(),
                            HexFormat.of().formatHex(Sha256.digest().digest(Files.readAllBytes(jar))));
                }
            }
        }
        return jars;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> Stream.of(each.toString().split("/", -1)).noneMatch("target"::equals))
                    .filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolve("..").normalize());
                Files.copy(file, copy);
            }
        }
    }
}
