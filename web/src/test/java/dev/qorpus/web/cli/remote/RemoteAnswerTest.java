package dev.qorpus.web.cli.remote;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RemoteAnswerTest {

    private static Optional<RemoteAnswer> of(String head, String body) {
        return RemoteAnswer.of((head.replace("\n", "\r\n") + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bothStreamsFollowEachOther() {
        RemoteAnswer answer = of("HTTP/1.1 200 OK\ncontent-length: 5\nX-Qorpus-Out: 3\nX-Qorpus-Exit: 2", "teano")
                .orElseThrow();

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.out()).asString().isEqualTo("tea");
        assertThat(answer.err()).asString().isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 409 Conflict\nContent-Length: 3\nX-Qorpus-Out: 3\nX-Qorpus-Exit: 0",
            "HTTP/1.1 200 OK\nContent-Length: 4\nX-Qorpus-Out: 3\nX-Qorpus-Exit: 0",
            "HTTP/1.1 200 OK\nContent-Length: 3\nX-Qorpus-Out: 4\nX-Qorpus-Exit: 0",
            "HTTP/1.1 200 OK\nContent-Length: 3\nX-Qorpus-Exit: 0", "HTTP/1.1 200 OK\nContent-Length: 3", "SSH-2.0"})
    void whatIsRefusedOrNotWholeIsNoAnswer(String head) {
        assertThat(of(head, "tea")).isEmpty();
        assertThat(RemoteAnswer.of(new byte[0])).isEmpty();
    }
}
