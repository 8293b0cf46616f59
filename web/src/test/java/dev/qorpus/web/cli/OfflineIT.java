package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** The promise that nothing is fetched at run time: with the network cut off, and nothing cached. */
class OfflineIT {

    /** Notes the network that a process sees, then becomes the command that follows. */
    private static final String NOTE_NETWORK = "cat /proc/net/dev > \"$0\" && exec \"$@\"";

    @TempDir
    Path home;

    @Test
    void aFreshMachineWithoutNetworkIndexesAndAnswers() throws IOException {
        List<String> cut = withoutNetwork();
        Path cache = Files.createDirectory(home.resolve("cache"));
        Product qorpus = new Product(home, Map.of("DJL_CACHE_DIR", cache.toString()));

        Run index = qorpus.runCommand(noted(cut, "index.net", "index", Product.SEEDS, "--json"));
        assertThat(index.exit()).as(index.err()).isZero();
        assertThat(index.json().get("embedded").asInt()).isEqualTo(27);

        Run ask = qorpus.runCommand(noted(cut, "ask.net", "ask", "gates against the vanishing gradient", "--json"));
        assertThat(ask.exit()).as(ask.err()).isZero();
        JsonNode best = ask.json().get("hits").get(0);
        assertThat(best.get("number").asString()).isEqualTo("8");

        assertNoNetwork("index.net");
        assertNoNetwork("ask.net");
        try (Stream<Path> files = Files.walk(cache)) {
            assertThat(files).as("unpacked from the jars").anyMatch(file -> file.toString().endsWith(".onnx"));
        }
    }

    private static List<String> noted(List<String> cut, String note, String... arguments) {
        List<String> command = new ArrayList<>(cut);
        command.addAll(List.of("sh", "-c", NOTE_NETWORK, note, Product.LAUNCHER));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The only network interface is the loopback interface. */
    private void assertNoNetwork(String note) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve(note));
        assertThat(lines).filteredOn(line -> line.matches("\\s*\\w+:.*")).singleElement().asString()
                .matches("\\s*lo:.*");
    }

    /** The command that cuts a process off: as anybody in a user namespace, or else as root. */
    private List<String> withoutNetwork() {
        Optional<List<String>> possible = Stream
                .of(List.of("unshare", "-rn"), List.of("unshare", "-n"))
                .filter(this::works).findFirst();
        if (possible.isEmpty()) {
            String reason = "this machine cannot cut a process off its network (unshare -rn, unshare -n)";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason + ", and continuous integration has to");
            }
            System.err.println("SKIPPED: " + reason);
            abort(reason + ": that Qorpus needs no network was NOT tested");
        }
        return possible.orElseThrow();
    }

    private boolean works(List<String> cut) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\"", "sh"));
        command.addAll(cut);
        command.add("true");
        return Product.in(home).runCommand(command).exit() == 0;
    }
}
