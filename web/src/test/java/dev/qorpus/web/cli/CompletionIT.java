package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** Shells complete commands, options and values with the scripts that the product prints. */
class CompletionIT {

    @TempDir
    Path home;

    private String script(String shell) throws IOException {
        Run run = Product.in(home).run("completion", shell);
        assertThat(run.exit()).as(run.err()).isZero();
        return Files.writeString(home.resolve("completion." + shell), run.out()).toString();
    }

    /** The last line of what a shell prints. */
    private String printed(String shell, String commands) {
        Product.in(home).requireOnPath(shell);
        return Product.in(home).runCommand(List.of(shell, "-c", commands)).out().strip();
    }

    @Test
    void bashCompletes() throws IOException {
        String complete = "source " + script("bash")
                + """

                        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _complete_qorpus 2>/dev/null; echo "${COMPREPLY[*]}"; }
                        """;
        assertThat(printed("bash", complete + "try qorpus comp")).isEqualTo("compare completion");
        assertThat(printed("bash", complete + "try qorpus ask --mo")).isEqualTo("--mode");
        assertThat(printed("bash", complete + "try qorpus ask --cut ''")).isEqualTo("likely related all");
        assertThat(printed("bash", complete + "try qorpus serve --log ''")).isEqualTo("none requests questions");
        assertThat(printed("bash", complete + "complete -p qorpus")).contains("_complete_qorpus");
    }

    @Test
    void zshLoadsTheScript() throws IOException {
        assertThat(printed("zsh", "autoload -U +X compinit && compinit -u; source " + script("zsh")
                + "; print $_comps[qorpus]")).contains("_complete_qorpus");
    }

    @Test
    void fishCompletes() throws IOException {
        String complete = "source " + script("fish") + "; complete -C ";
        assertThat(printed("fish", complete + "'qorpus comp'").lines()).containsExactly(
                "compare\tAsk one question in several modes, side by side",
                "completion\tPrint the script with which a shell completes commands and options");
        assertThat(printed("fish", complete + "'qorpus ask --cut '").lines()).hasSize(3)
                .allMatch(line -> line.matches("(all|likely|related)\t.*"));
        assertThat(printed("fish", complete + "'qorpus completion '").lines()).containsExactly("bash", "fish", "zsh");
        assertThat(printed("fish", complete + "'qorpus ask --ma'")).isEmpty();
    }

    @Test
    void anUnknownShellIsNamed() {
        Run run = Product.in(home).run("completion", "tcsh");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("shell is 'tcsh'; allowed are bash, zsh, fish");
    }
}
