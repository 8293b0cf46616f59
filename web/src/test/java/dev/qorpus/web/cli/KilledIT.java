package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** An indexer that is killed by force at random moments, again and again, while its corpus changes. */
class KilledIT {

    /** 200 in the profile {@code long}. */
    private static final int KILLS = Integer.getInteger("qorpus.kills", 8);
    private static final int QUESTIONS = 60;
    private static final long SEED = 20;

    @TempDir
    Path home;

    @Test
    void theLastPublishedIndexStaysWholeAndTheNextRunMakesWhatACleanOneMakes() throws Exception {
        Path index = home.resolve("index");
        Path notes = home.resolve("notes");
        long began = System.nanoTime();
        Map<String, Content> clean = Map.of("one", clean("one"), "two", clean("two"));
        long oneRun = (System.nanoTime() - began) / 2;
        Set<EntryId> ids = new HashSet<>();
        clean.values().forEach(content -> ids.addAll(content.entries().keySet()));

        Random random = new Random(SEED);
        Optional<Content> before = Optional.empty();
        String target = "one";
        int published = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Notes.write(notes, target, QUESTIONS);
            runAndKill(notes, index, random.nextLong(oneRun));

            Optional<Content> now = Content.of(index, ids);
            Content wanted = clean.get(target);
            assertThat(now.equals(before) || now.equals(Optional.ofNullable(wanted)))
                    .as("kill %d: what is published is what was before, or all that is new", kill).isTrue();
            if (now.equals(Optional.ofNullable(wanted))) {
                before = now;
                target = target.equals("one") ? "two" : "one";
                published++;
            }
        }

        Notes.write(notes, target, QUESTIONS);
        assertThat(index(notes, index).exit()).isZero();
        assertThat(Content.of(index, ids)).hasValue(clean.get(target));
        assertThat(Content.leftovers(index)).isEmpty();
        System.out.printf("%d kills within %d ms each, %d of these runs published%n", KILLS, oneRun / 1_000_000,
                published);
    }

    private Content clean(String version) throws IOException {
        Path folder = home.resolve(version);
        Notes.write(folder.resolve("notes"), version, QUESTIONS);
        Run run = index(folder.resolve("notes"), folder.resolve("index"));
        assertThat(run.exit()).as(run.err()).isZero();
        return Content.of(folder.resolve("index"), Content.ids(folder.resolve("index"))).orElseThrow();
    }

    private Run index(Path corpus, Path address) {
        return Product.in(home).run("index", corpus.toString(), "--index", address.toString(), "--json");
    }

    private void runAndKill(Path notes, Path index, long afterNanos) throws Exception {
        // The launcher becomes the JVM, so that it is this that is killed.
        Process process = Product.in(home)
                .builder(List.of(Product.LAUNCHER, "index", notes.toString(), "--index", index.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor(afterNanos, TimeUnit.NANOSECONDS);
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
