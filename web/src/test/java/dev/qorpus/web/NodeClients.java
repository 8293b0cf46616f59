package dev.qorpus.web;

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
import java.util.stream.Stream;

import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.Assumptions;

/**
 * Clients of others that need Node. Node itself comes with the driver of the browser tests, in a pinned version; the clients
 * come from npm, as the lock file says. A machine without npm or network skips their tests, unless {@code CI=true}.
 *
 * @param node the program
 * @param folder where the clients are installed
 */
public record NodeClients(String node, Path folder) {

    private static final String LOCK = "package-lock.json";
    private static final String STAMP = "installed.json";

    /**
     * Installs the clients, if they are not yet.
     *
     * @param name of the folder below {@code target}
     * @param owner of the resources
     * @param from the folder of the resources, relative to the owner; empty for its own
     * @param scripts beside {@code package.json} and {@code package-lock.json}
     */
    public static NodeClients install(String name, Class<?> owner, String from, String... scripts) {
        Path folder = Path.of("target", name).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            for (String file : Stream.concat(Stream.of("package.json", LOCK), Stream.of(scripts)).toList()) {
                try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(from + file), file)) {
                    Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path stamp = folder.resolve(STAMP);
            Path lock = folder.resolve(LOCK);
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
        System.err.println("SKIPPED: clients from npm, which cannot be installed here: " + e.getMessage());
        Assumptions.abort("no npm: " + e.getMessage());
        throw new IllegalStateException(e);
    }

    /** Runs a script below the folder. */
    public Product.Run run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(node, folder.resolve(script).toString()));
        command.addAll(Arrays.asList(arguments));
        return Product.in(folder).runCommand(command);
    }
}
