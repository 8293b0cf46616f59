package dev.qorpus.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** Disks that are full or may not be written, mounted for one process and its children. */
class BadDiskIT {

    private static final int QUESTIONS = 60;

    /** An index, then a full disk, then room again. The launcher is $0. */
    private static final String FULL_DISK = """
            set -eu
            mkdir disk
            mount -t tmpfs -o size=3m tmpfs disk
            "$0" index old --index disk/index
            dd if=/dev/zero of=disk/fill bs=4k 2>/dev/null || true
            "$0" index new --index disk/index 2>full.err && echo 0 >full.exit || echo $? >full.exit
            "$0" ask "What is old 3?" --index disk/index --json >full.json
            cp -r new old/more
            "$0" serve old --index disk/index --port 0 >serve.out 2>serve.err & server=$!
            for i in $(seq 300); do grep -q "stays as it was" serve.err && break; sleep 0.1; done
            kill $server; wait $server || true
            rm disk/fill
            "$0" index new --index disk/index
            cp -r disk/index after
            """;

    private static final String READ_ONLY = """
            set -eu
            "$0" index old --index index
            mount --bind index index
            mount -o remount,bind,ro index
            "$0" index new --index index 2>readonly.err && echo 0 >readonly.exit || echo $? >readonly.exit
            "$0" ask "What is old 3?" --index index --json >readonly.json
            umount index
            "$0" index new --index index
            """;

    @TempDir
    Path home;

    @Test
    void aFullDiskLosesNothing() throws Exception {
        run(FULL_DISK);

        assertRefusedInOneLine("full");
        assertAnsweredFromBefore("full");
        assertThat(Files.readString(home.resolve("serve.out"))).contains("Qorpus listens");
        assertThat(Files.readString(home.resolve("serve.err"))).contains("the index stays as it was");
        assertAsClean(home.resolve("after"));
    }

    @Test
    void aReadOnlyFolderLosesNothing() throws Exception {
        run(READ_ONLY);

        assertRefusedInOneLine("readonly");
        assertAnsweredFromBefore("readonly");
        assertAsClean(home.resolve("index"));
    }

    private void run(String script) throws Exception {
        Notes.write(home.resolve("old"), "old", 10);
        Notes.write(home.resolve("new"), "new", QUESTIONS);
        if (Product.in(home).runCommand(List.of("sh", "-c", "command -v unshare && unshare -rm true")).exit() != 0) {
            String reason = "this machine cannot mount for one process (unshare -rm)";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason + ", and continuous integration has to");
            }
            System.err.println("SKIPPED: " + reason);
            abort(reason + ": full and read-only disks were NOT tested");
        }
        Run run = Product.in(home)
                .runCommand(List.of("unshare", "-rm", "sh", "-c", script, Product.LAUNCHER));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private void assertRefusedInOneLine(String name) throws Exception {
        assertThat(Files.readString(home.resolve(name + ".exit")).strip()).isEqualTo("1");
        assertThat(Files.readAllLines(home.resolve(name + ".err"))).filteredOn(line -> line.startsWith("qorpus: "))
                .singleElement().asString().contains("index").doesNotContain("unexpectedly");
    }

    private void assertAnsweredFromBefore(String name) throws Exception {
        assertThat(Product.parse(Files.readString(home.resolve(name + ".json"))).at("/hits/0/question").asString())
                .isEqualTo("What is old 3?");
    }

    private void assertAsClean(Path index) {
        Run clean = Product.in(home).run("index", "new", "--index", "clean");
        assertThat(clean.exit()).as(clean.err()).isZero();
        Set<EntryId> ids = Content.ids(home.resolve("clean"));
        assertThat(Content.of(index, ids)).isEqualTo(Content.of(home.resolve("clean"), ids)).isPresent();
        assertThat(Content.leftovers(index)).isEmpty();
    }
}
