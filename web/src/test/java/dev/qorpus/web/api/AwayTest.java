package dev.qorpus.web.api;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.serve.Fault;
import dev.qorpus.web.serve.Health;

import static org.assertj.core.api.Assertions.assertThat;

/** A server whose index is on a cluster that is known to be away. */
class AwayTest extends ServedTest {

    private static final String QUESTION = "/api/search?q=tea";

    @Test
    void questionsAreRefusedAtOnceUntilTheIndexIsBack() {
        Health health = new Health();
        try (Server server = serve(new ServerSettings("127.0.0.1", 0, null, WIDE, LogDetail.NONE), health);
                Client client = client(server)) {
            client.get(QUESTION).ok();

            health.report(Fault.INDEX_AWAY);
            long began = System.nanoTime();
            Client.Answer refused = client.get(QUESTION);
            assertThat(refused.problem(503)).contains("the cluster does not answer", "retries until it answers");
            assertThat(refused.header("Retry-After")).hasValue("2");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(WIDE.patience());
            client.get("/health/live").ok();
            client.get("/health/ready").problem(503);

            health.resolve(Fault.INDEX_AWAY);
            client.get(QUESTION).ok();
        }
    }
}
