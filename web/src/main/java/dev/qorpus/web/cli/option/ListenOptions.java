package dev.qorpus.web.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.api.ServerSettings;
import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.load.Limits;
import dev.qorpus.web.api.log.LogDetail;

/** The options of a server: address, access and log. */
public final class ListenOptions {

    /** The token is not an option, because the list of processes would show it. */
    private static final String TOKEN = "QORPUS_TOKEN";
    private static final int SHORTEST = 16;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (default: ${DEFAULT-VALUE}). One that other machines can reach demands a token, which the variable "
            + TOKEN + " gives.")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
    int port = 7070;

    @Option(names = "--base-path", paramLabel = "PATH", description = "Path below which a proxy serves the pages and the API, as in /qorpus (default: the root).")
    String basePath = "";

    @Option(names = "--allow-host", paramLabel = "NAME", description = "A further name by which clients may ask, for a proxy on this machine, as in notes.example.com or notes.example.com:8443; repeat it for more.")
    List<String> hosts = new ArrayList<>();

    @Option(names = "--allow-origin", paramLabel = "ORIGIN", description = "A site whose pages may use the API, as in https://notes.example.com or http://localhost:3000; repeat it for more.")
    List<String> origins = new ArrayList<>();

    @Option(names = "--log", paramLabel = "DETAIL", completionCandidates = Choices.LogDetails.class, description = "What to write to standard error of each request, as lines of JSON: none (default), requests, or questions, which also writes what was asked.")
    LogDetail log = LogDetail.NONE;

    /**
     * The settings of the server.
     *
     * @throws ParameterException if other machines could reach the server without a token
     */
    public ServerSettings settings(CommandLine command) {
        if (port < 0 || port > 65_535) {
            throw new QueryException("port is " + port + "; allowed is 0 to 65535");
        }
        return new ServerSettings(host, port, token(command),
                Limits.of(Runtime.getRuntime().availableProcessors()), log, Deployment.of(basePath, hosts, origins));
    }

    /** The token that the environment gives; empty if it gives none. */
    public static Optional<String> token() {
        return Optional.ofNullable(System.getenv(TOKEN)).map(String::strip).filter(token -> !token.isEmpty());
    }

    private @Nullable String token(CommandLine command) {
        String token = token().orElse(null);
        if (token == null) {
            if (ServerSettings.isLoopback(host)) {
                return null;
            }
            throw new ParameterException(command, "other machines can reach " + host + "; set " + TOKEN
                    + " to a secret of at least " + SHORTEST
                    + " characters, which they then have to know, or leave out --host");
        }
        if (token.length() < SHORTEST) {
            throw new ParameterException(command, TOKEN + " has " + token.length() + " characters; at least "
                    + SHORTEST + " are needed, such as those that 'openssl rand -hex 16' prints");
        }
        return token;
    }
}
