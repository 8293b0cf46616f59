package dev.qorpus.web.api;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The stop of a server: soon, and without a crash in native code. */
class ServerEndIT {

    /** Less than the time that running requests may take. */
    private static final int SOON_SECONDS = 9;
    private static final int BUSY_SECONDS = 60;
    /** What a shell reports for SIGTERM; 134 would be a crash. */
    private static final int TOLD_TO_END = 143;
    private static final int ASKERS = 6;

    @TempDir
    Path home;

    @Test
    void anIdleServerEndsSoon() throws InterruptedException {
        try (RunningServer server = RunningServer.start(Product.in(home), Product.SEEDS)) {
            assertThat(server.end(SOON_SECONDS)).isIn(0, TOLD_TO_END);
        }
    }

    @Test
    void aBusyServerEndsWithoutACrash() throws InterruptedException {
        try (RunningServer server = RunningServer.start(Product.in(home), Product.SEEDS);
                Client client = new Client(server.address())) {
            CountDownLatch answered = new CountDownLatch(10 * ASKERS);
            for (int i = 0; i < ASKERS; i++) {
                Thread.ofPlatform().daemon().start(() -> askUntilGone(client, answered));
            }
            assertThat(answered.await(5, TimeUnit.MINUTES)).isTrue();

            assertThat(server.end(BUSY_SECONDS)).isIn(0, TOLD_TO_END);
            assertThat(home.toFile().list((folder, name) -> name.startsWith("hs_err"))).isEmpty();
        }
    }

    private static void askUntilGone(Client client, CountDownLatch answered) {
        String path = "/api/search?q=" + "a+long+question+that+takes+its+time+".repeat(100);
        while (true) {
            try {
                Client.Answer answer = client.get(path);
                if (answer.status() == 503) {
                    return; // The server says that it is stopping.
                }
                answer.ok();
                answered.countDown();
            } catch (RuntimeException e) {
                return; // The server has stopped, as intended.
            }
        }
    }
}
