package dev.qorpus.web.cli.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsTextTest {

    @Test
    void barsAreAsLongAsTheirShare() {
        assertThat(TopicsText.bar(1).text()).isEqualTo("████████████");
        assertThat(TopicsText.bar(0.5).text()).isEqualTo("██████      ");
        assertThat(TopicsText.bar(0.3).text()).isEqualTo("███▋        ");
        assertThat(TopicsText.bar(0.001).text()).isEqualTo("▏           ");
    }
}
