package dev.qorpus.web.api.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import io.javalin.http.Context;

import dev.qorpus.search.Search;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.serve.CommandAnswer;
import dev.qorpus.web.serve.CommandRequest;

/**
 * The route by which {@code qorpus ask} and its like have this server answer. It only reads the index, as the API does.
 *
 * @param commands runs a command on the published state; empty if this server may not answer it
 */
public record CommandRoutes(BiFunction<Search, CommandRequest, Optional<CommandAnswer>> commands) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    public List<Route> routes() {
        return List.of(Route
                .post("command", "/command", "A command of the command line, for processes on this machine.").ofPage()
                .reads(CommandRequest.class).fails(409).queues(PLAIN, this::run));
    }

    private void run(Search search, Request request, Context context) {
        CommandRequest asked = request.body(CommandRequest.class);
        // What another process would answer may differ: it reads the newest index, and loads the model again.
        if (!asked.instance().equals(ProcessView.INSTANCE) || search.isLexicalOnly() || !search.isCurrent()) {
            throw refused();
        }
        CommandAnswer answer = commands.apply(search, asked).orElseThrow(CommandRoutes::refused);
        byte[] out = answer.out().getBytes(StandardCharsets.UTF_8);
        byte[] err = answer.err().getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[out.length + err.length];
        System.arraycopy(out, 0, both, 0, out.length);
        System.arraycopy(err, 0, both, out.length, err.length);
        context.header("Cache-Control", "no-store").header("X-Qorpus-Exit", Integer.toString(answer.exit()))
                .header("X-Qorpus-Out", Integer.toString(out.length))
                .header("Content-Length", Integer.toString(both.length)).contentType(PLAIN).result(both);
    }

    private static ProblemException refused() {
        return new ProblemException(409, "this server does not answer that command; run it without the server");
    }
}
