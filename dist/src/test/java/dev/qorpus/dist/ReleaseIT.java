package dev.qorpus.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.dist.Release.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** The archives, unpacked and used as the README says, with no Maven on the path and, where it matters, no network. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseIT {

    private static final long MOST_BYTES = 160_000_000;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LISTENS = Pattern.compile("Qorpus listens on http://127\\.0\\.0\\.1:(\\d+)/.*");

    @TempDir
    static Path home;
    private static Release release = new Release(Path.of(""), Path.of(""));
    private static long begun;

    /** As the README says. */
    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        release = Release.of(home);
        Files.createDirectory(home.resolve("notes"));
        Files.copy(ROOT.resolve("seeds/models.md"), home.resolve("notes/models.md"));
        Files.createSymbolicLink(home.resolve(release.archive().getFileName()), release.archive());
        begun = System.nanoTime();
        Run run = release.shell(install("tar "));
        assertThat(run.exit()).as(run.out()).isZero();
    }

    /** The line of the README's section that begins like this. */
    private static String install(String start) throws IOException {
        return Files.readAllLines(ROOT.resolve("README.md")).stream().filter(line -> line.startsWith(start)).findFirst()
                .orElseThrow().replace("qorpus-VERSION-linux-x64", release.name());
    }

    private static Run succeeds(Run run) {
        assertThat(run.exit()).as(run.out()).isZero();
        return run;
    }

    @Test
    @Order(1)
    void theFirstAnswerNeedsNeitherMavenNorANetwork() throws IOException, InterruptedException {
        assertThat(release.shell("command -v mvn || command -v java").exit()).isNotZero();
        succeeds(release.offline(release.name() + "/qorpus index notes"));
        Run ask = succeeds(release.offline(release.name() + "/qorpus ask 'gates against the vanishing gradient'"));
        System.out.printf("release: %.1f MB, first answer %.1f s after unpacking began%n",
                Files.size(release.archive()) / 1e6, (System.nanoTime() - begun) / 1e9);
        assertThat(ask.out()).contains("models.md:");
        succeeds(release.offline(release.name() + "/qorpus doctor"));
    }

    @Test
    @Order(2)
    void itIsSmallAndItsChecksumHolds() throws IOException, InterruptedException {
        for (String ending : List.of(".tar.gz", ".zip")) {
            assertThat(Files.size(Release.made(ending))).as(ending).isLessThan(MOST_BYTES);
            succeeds(release.shell("cd '%s' && sha256sum -c '%s'".formatted(release.archive().getParent(),
                    Release.made(ending).getFileName() + ".sha256")));
        }
    }

    @Test
    @Order(3)
    void bothArchivesHoldTheSameAndNoOtherPlatform() throws IOException, InterruptedException {
        List<String> tar = succeeds(release.shell("tar tzf '" + release.archive() + "'")).out().lines()
                .filter(name -> !name.endsWith("/")).sorted().toList();
        try (ZipFile zip = new ZipFile(Release.made(".zip").toFile())) {
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()).sorted())
                    .containsExactlyElementsOf(tar);
        }
        assertThat(tar).contains(release.name() + "/qorpus.cmd", release.name() + "/LICENSE",
                release.name() + "/Containerfile", release.name() + "/qorpus.service");
        assertThat(succeeds(release.shell("cd " + release.name() + "/lib && for jar in *onnxruntime-[0-9]*.jar; do "
                + "unzip -l $jar 2>/dev/null || python3 -m zipfile -l $jar; done")).out())
                .contains("linux-x64").doesNotContain("win-x64").doesNotContain("osx-");
    }

    @Test
    @Order(4)
    void itServesAndTheContainersCheckIsContent() throws IOException, InterruptedException {
        String command = install("qorpus-VERSION-linux-x64/qorpus serve").replace("~", home.toString());
        Process server = release.builder(List.of("sh", "-c", "exec " + command + " --port 0")).start();
        try {
            BufferedReader lines = server.inputReader();
            String port = "";
            for (String line = lines.readLine(); port.isEmpty() && line != null; line = lines.readLine()) {
                Matcher listens = LISTENS.matcher(line);
                port = listens.matches() ? listens.group(1) : "";
            }
            assertThat(port).isNotEmpty();
            String check = containerLine("    CMD ").replace("/7070", "/" + port);
            assertThat(release.shell("until " + check + "; do sleep 1; done").exit()).isZero();
            assertThat(release.shell(check.replace("/" + port, "/1")).exit()).isNotZero();
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor()).isEqualTo(143);
    }

    private static String containerLine(String start) throws IOException {
        return Files.readAllLines(release.folder().resolve("Containerfile")).stream()
                .filter(line -> line.startsWith(start)).findFirst().orElseThrow().substring(start.length());
    }

    /** The seed has a finding, so the check fails; the site is made all the same. */
    @Test
    @Order(5)
    void theWorkflowForNotesChecksAndPublishesThem() throws IOException, InterruptedException {
        Path runner = Files.createDirectory(home.resolve("runner"));
        Files.createSymbolicLink(runner.resolve("qorpus"), release.folder());
        List<String> steps = Files.readAllLines(release.folder().resolve("notes-workflow.yml")).stream()
                .map(String::strip).filter(line -> line.startsWith("run: '"))
                .map(line -> line.substring("run: '".length(), line.length() - 1)).toList();
        assertThat(steps).hasSize(2);
        String there = "cd notes && export RUNNER_TEMP='" + runner + "' && ";
        assertThat(release.shell(there + steps.get(0)).exit()).isEqualTo(1);
        assertThat(Files.readString(runner.resolve("findings.sarif"))).contains("question-without-answer");
        succeeds(release.shell(there + steps.get(1)));
        assertThat(runner.resolve("site/index.html")).exists();
    }

    @Test
    @Order(6)
    void itRunsOnItsOwnRuntimeAndPreparesQuickStarts() throws IOException, InterruptedException {
        String readme = Files.readString(ROOT.resolve("dist/README.md"));
        String jlink = readme.substring(readme.indexOf("jlink --add"), readme.indexOf("--output runtime") + 16);
        assertThat(Files.readString(release.folder().resolve("Containerfile"))).as("makes the same runtime")
                .contains(jlink.substring(0, jlink.indexOf(" \\")));
        succeeds(release.shell("cd " + release.name() + " && '" + System.getProperty("java.home") + "'/bin/" + jlink));
        // The machine has a JDK in its usual folder; the release's own comes first.
        assertThat(succeeds(release.shell("sh -x " + release.name() + "/qorpus --version")).out())
                .contains("exec " + release.folder() + "/runtime/bin/java");
        if (Runtime.version().feature() >= 25) {
            succeeds(release.shell(release.name() + "/qorpus prepare"));
            assertThat(succeeds(release.shell("sh -x " + release.name() + "/qorpus ask attention")).out())
                    .contains("-XX:AOTCache=").contains("models.md:");
        }
    }
}
