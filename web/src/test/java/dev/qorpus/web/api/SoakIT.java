package dev.qorpus.web.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server under mixed load for minutes: sixteen people who ask, a corpus that changes under them, and one request in a
 * hundred that means no good. Runs in the profile {@code soak}; {@code -Dqorpus.soak.seconds=60} makes it shorter.
 */
@EnabledIfSystemProperty(named = "qorpus.soak.seconds", matches = "\\d+", disabledReason = "takes minutes: mvn verify -Psoak")
class SoakIT {

    private static final int SECONDS = Integer.getInteger("qorpus.soak.seconds", 0);
    private static final int CLIENTS = 16;
    private static final int FILES = 20;
    private static final int ENTRIES = 20;
    /** Between an answer and the next question of one person. */
    private static final int THINKING_MILLIS = 250;
    private static final List<String> WORDS = List.of("gradient", "attention", "tokens", "memory", "layer", "cup",
            "tea",
            "vector", "index", "question", "transformer", "answer", "network", "budget", "context");
    private static final List<String> HOSTILE = List.of("/api/search?q=%zz", "/api/search?q=" + "a".repeat(90_000),
            "/corpus/..%2F..%2Fetc%2Fpasswd", "/api/search?q=tea&k=1000000", "/api/search?q=" + "(a%2B)%2B".repeat(300),
            "/api/entries/%00", "/api/compare?q=tea&modes=" + "a,".repeat(500));

    @TempDir
    Path home;

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final List<Resources> resources = new ArrayList<>();
    /** The bytes on the heap after garbage collection, at the start and at the end. */
    private final List<Double> live = new ArrayList<>();

    /** A request that was answered, when and how fast; in seconds since the start, and milliseconds. */
    private record Asked(double at, double millis) {}

    /** The resources of the server at a time. */
    private record Resources(double at, double resident, double threads, double files) {}

    @Test
    void minutesOfMixedLoadFailNothingAndLeaveNothing() throws Exception {
        for (int file = 0; file < FILES; file++) {
            write(file, 0);
        }
        try (RunningServer server = RunningServer.start(Product.in(home), "notes", "--watch")) {
            long began = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                threads.add(Thread.ofPlatform().start(() -> ask(server, random, began)));
            }
            watch(server, began);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        report();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void ask(RunningServer server, Random random, long began) {
        try (Client client = new Client(server.address())) {
            while (since(began) < SECONDS) {
                if (random.nextInt(100) == 0) {
                    harm(server, client, random);
                } else {
                    long sent = System.nanoTime();
                    String path = path(random);
                    int status = client.get(path).status();
                    asked.add(new Asked(since(began), (System.nanoTime() - sent) / 1e6));
                    if (status != 200) {
                        failed.add(status + " " + path);
                    }
                }
                // Not a wait: this is the pace of the load.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * THINKING_MILLIS));
            }
        } catch (RuntimeException | InterruptedException | IOException e) {
            failed.add(String.valueOf(e));
        }
    }

    /** Addresses as often as people use them. */
    private static String path(Random random) {
        String question = URLEncoder.encode(
                "what is the " + word(random) + " of a " + word(random) + " " + word(random),
                StandardCharsets.UTF_8);
        String entry = "f" + random.nextInt(FILES) + ".md%23what-is-note-" + random.nextInt(ENTRIES);
        int dice = random.nextInt(100);
        if (dice < 70) {
            return "/api/search?q=" + question + "&explain=true&facets=" + (dice < 20);
        } else if (dice < 80) {
            return "/api/suggest?q=what+is+" + word(random).substring(0, 2);
        } else if (dice < 88) {
            return "/api/entries/" + entry;
        } else if (dice < 93) {
            return "/api/entries/" + entry + "/related";
        } else if (dice < 97) {
            return "/api/compare?q=" + question;
        }
        return dice < 99 ? "/api/status" : "/page/style.css";
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static void harm(RunningServer server, Client client, Random random) throws IOException {
        if (random.nextInt(3) == 0) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
            socket.getOutputStream().write(("GET " + path(random) + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (random.nextBoolean() ? "\r\n" : "")).getBytes(StandardCharsets.ISO_8859_1));
            socket.close();
        } else {
            client.raw("localhost", HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
    }

    /** Changes the corpus every few seconds, and notes what the server holds. */
    private void watch(RunningServer server, long began) throws Exception {
        try (Client client = new Client(server.address())) {
            for (int round = 1; since(began) < SECONDS; round++) {
                if (live.isEmpty() && since(began) > SECONDS / 10.0) {
                    live.add(live(server, client));
                }
                write(round % FILES, round);
                for (int i = 0; i < 5 && since(began) < SECONDS; i++) {
                    String metrics = client.get("/metrics").body();
                    resources.add(new Resources(since(began),
                            sum(metrics, "process_resident_memory_bytes"), sum(metrics, "jvm_threads_live_threads"),
                            sum(metrics, "process_files_open_files")));
                    // Not a wait: this is the pace of the measurement.
                    TimeUnit.SECONDS.sleep(1);
                }
            }
            live.add(live(server, client));
        }
    }

    private static double live(RunningServer server, Client client) throws Exception {
        server.collectGarbage();
        return sum(client.get("/metrics").body(), "jvm_memory_used_bytes\\{area=\"heap\".*?\\}");
    }

    private static double sum(String metrics, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return sum;
    }

    private void write(int file, int version) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ENTRIES; i++) {
            String word = WORDS.get((file + i + version) % WORDS.size());
            text.append("## What is note ").append(i).append("?\n\nThe ").append(word).append(" of version ")
                    .append(i == 0 ? version : 0).append(" in file ").append(file).append(".\n\n");
        }
        Path notes = Files.createDirectories(home.resolve("notes"));
        Files.writeString(notes.resolve("f" + file + ".md"), text);
    }

    /** The first tenth warms up; the second is compared with the last. */
    private void report() {
        double tenth = SECONDS / 10.0;
        double first = p99(tenth, 3 * tenth);
        double last = p99(SECONDS - 2 * tenth, SECONDS);
        System.out.printf(Locale.ROOT,
                "%d s, %d requests, %d failed; p99 %.1f ms at the beginning, %.1f ms at the end%n",
                SECONDS, asked.size(), failed.size(), first, last);
        assertThat(failed).isEmpty();
        assertFlat("heap after a full collection, MB", live.getFirst() / (1 << 20), live.getLast() / (1 << 20), 16);
        assertFlat("resident memory, MB", Resources::resident, 1 << 20, 64);
        assertFlat("threads", Resources::threads, 1, 12);
        assertFlat("file handles", Resources::files, 1, 24);
        assertThat(last).as("p99 at the end").isLessThan(1.3 * first + 5);
    }

    private double p99(double from, double until) {
        List<Double> millis = asked.stream().filter(each -> each.at() >= from && each.at() < until).map(Asked::millis)
                .sorted().toList();
        return millis.get((int) (0.99 * millis.size()));
    }

    /** The least of each end, since what is held goes up and down. */
    private void assertFlat(String what, ToDoubleFunction<Resources> of, double unit, double more) {
        double first = least(of, SECONDS * 0.1, SECONDS * 0.4) / unit;
        double last = least(of, SECONDS * 0.7, SECONDS) / unit;
        assertFlat(what, first, last, more);
    }

    private static void assertFlat(String what, double first, double last, double more) {
        System.out.printf(Locale.ROOT, "%s: %.0f at the beginning, %.0f at the end%n", what, first, last);
        assertThat(last).as(what).isLessThan(1.15 * first + more);
    }

    private double least(ToDoubleFunction<Resources> of, double from, double until) {
        return resources.stream().filter(each -> each.at() >= from && each.at() <= until).mapToDouble(of).min()
                .orElseThrow();
    }
}
