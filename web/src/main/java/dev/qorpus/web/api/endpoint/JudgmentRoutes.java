package dev.qorpus.web.api.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.api.access.WriteCheck;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.judge.JudgmentBody;
import dev.qorpus.web.json.judge.JudgmentView;
import dev.qorpus.web.json.judge.JudgmentsView;
import dev.qorpus.web.parameter.Parameter;
import dev.qorpus.web.serve.CorpusAccess;
import dev.qorpus.web.serve.judge.JudgmentGrade;
import dev.qorpus.web.serve.judge.Judgments;

/**
 * Routes of judgments. They write only if the server was started for it.
 *
 * @param feedback what may be written
 * @param writes checks who writes
 */
public record JudgmentRoutes(CorpusAccess.Feedback feedback, WriteCheck writes) {

    private static final Logger LOG = LoggerFactory.getLogger(JudgmentRoutes.class);
    private static final String OPTION = "serve --judge";
    private static final String PATH = "/api/judgments";

    private static final Parameter<String> QUESTION = Parameter.text("q",
            "The question whose judgments are wanted. Without it, only numbers are returned.", Query.MAX_LENGTH);

    public List<Route> routes() {
        return List.of(
                Route.get("judgments", PATH, "The judgments of a question, and the key of requests that write some.")
                        .takes(QUESTION).fails(503).answers(view()).direct(this::judgments),
                Route.post("judge", PATH, "Judges how well an entry answers a question, or takes that back.")
                        .changes(JudgmentBody.class, writes.guard(feedback.judgments() != null, OPTION))
                        .fails(404, 409).answers(Response.json(JudgmentView.class).uncached()).queued(this::judge),
                Route.get("exportJudgments", "/export/judgments.zip", "All judgments, as files in BEIR's layout.")
                        .fails(404, 503).answers(zip()).direct(request -> files()));
    }

    /** A page of another origin does not get the key, even if it may read. */
    private Response<JudgmentsView> view() {
        String json = "application/json";
        return new Response<JudgmentsView>(json, JudgmentsView.class, (context, view) -> context.contentType(json)
                .result(Json.bytes(view.judging() || view.noting()
                        ? writes.keyFor(context).map(view::withKey).orElse(view)
                        : view)))
                .uncached();
    }

    private JudgmentsView judgments(Request request) {
        boolean noting = feedback.unanswered() != null;
        Judgments judgments = feedback.judgments();
        if (judgments == null) {
            return JudgmentsView.none(noting);
        }
        try {
            return JudgmentsView.of(judgments, noting, request.get(QUESTION));
        } catch (CorpusException e) {
            throw failed(e);
        }
    }

    private JudgmentView judge(Search search, Request request) {
        JudgmentBody body = request.body(JudgmentBody.class);
        if (body.id().isBlank()) {
            throw new QueryException("id is empty; ids are those of /api/search");
        }
        // A judgment of an entry that is gone can still be taken back.
        if (body.grade() != JudgmentGrade.NONE && search.entry(new EntryId(body.id())).isEmpty()) {
            throw EntryRoutes.unknown(new EntryId(body.id()));
        }
        try {
            Judgments.Judged judged = judgments().judge(body.q(), body.id(), body.grade(), body.was())
                    .orElseThrow(() -> new ProblemException(409,
                            "the entry was judged again since; reload to see its judgment"));
            return new JudgmentView(body.id(), judged.after(), judged.before(), judged.questions());
        } catch (CorpusException e) {
            throw failed(e);
        }
    }

    private Judgments judgments() {
        Judgments judgments = feedback.judgments();
        if (judgments == null) {
            throw ProblemException.notFound("nothing is judged here; to allow it, start the server with " + OPTION);
        }
        return judgments;
    }

    /** The cause may name a path of this machine. */
    static ProblemException failed(CorpusException e) {
        LOG.error("a change was not written", e);
        return new ProblemException(503,
                "the file cannot be read or written, and stays as it was; the server's log says why");
    }

    private Map<String, byte[]> files() {
        try {
            return new TreeMap<>(judgments().files());
        } catch (CorpusException e) {
            throw failed(e);
        }
    }

    private Response<Map<String, byte[]>> zip() {
        return new Response<Map<String, byte[]>>("application/zip", null,
                (context, files) -> context.contentType("application/zip")
                        .header("Content-Disposition", "attachment; filename=\"judgments.zip\"")
                        .result(zipped(files)))
                .uncached();
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("judgments/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }
}
