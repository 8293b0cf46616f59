package dev.qorpus.web.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.Assumptions;

import dev.qorpus.web.Product;

/**
 * Clients of others that need Node. Node itself comes with the driver of the browser tests, in a pinned version; the clients
 * come from npm, as the lock file says. A machine without npm or network skips their tests, unless {@code CI=true}.
 *
 * @param node the program
 * @param folder where the clients are installed
 */
record NodeClients(String node, Path folder) {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "clients.mjs");
    private static final String STAMP = "installed.json";

    /** Installs the clients, if they are not yet. */
    static NodeClients install() {
        Path folder = Path.of("target", "mcp-clients").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                try (InputStream in = Objects.requireNonNull(NodeClients.class.getResourceAsStream(file), file)) {
                    Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path stamp = folder.resolve(STAMP);
            Path lock = folder.resolve("package-lock.json");
            if (!Files.exists(stamp) || Files.mismatch(stamp, lock) >= 0) {
                Product.Run run = Product.in(folder)
                        .runCommand(List.of("npm", "install", "--no-save", "--ignore-scripts", "--no-audit",
                                "--no-fund", "--prefer-offline", "--loglevel=error"));
                if (run.exit() != 0) {
                    throw new IOException("npm install failed: " + run.err());
                }
                Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            return missing(e);
        }
        return new NodeClients(Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder().command().getFirst(), folder);
    }

    private static NodeClients missing(Exception e) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("the clients from npm cannot be installed", e);
        }
        System.err.println("SKIPPED: the clients of MCP from npm, which cannot be installed here: " + e.getMessage());
        Assumptions.abort("no npm: " + e.getMessage());
        throw new IllegalStateException(e);
    }

    /** Runs a script below the folder. */
    Product.Run run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(node, folder.resolve(script).toString()));
        command.addAll(Arrays.asList(arguments));
        return Product.in(folder).runCommand(command);
    }

    /** Runs the conformance suite. */
    Product.Run conformance(String... arguments) {
        return run("node_modules/@modelcontextprotocol/conformance/dist/index.js", arguments);
    }

    /** Runs the Inspector without its page. */
    Product.Run inspector(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--cli"));
        all.addAll(Arrays.asList(arguments));
        return run("node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
                all.toArray(String[]::new));
    }
}
