package dev.qorpus.web.api.access;

import java.time.Instant;
import java.util.List;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.eclipse.jetty.util.StringUtil;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.api.deploy.ForwardedHeaders;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.page.Page;

/**
 * Signs browsers in. A page asks for the token and posts it in the body, because addresses end up in logs and
 * histories. The browser keeps a session cookie that scripts cannot read and other sites cannot send. It is {@code Secure} where the browser uses HTTPS. Addresses are relative, because a proxy
 * may serve the page below a path.
 */
record SignIn(Token token, FailedAttempts attempts, ForwardedHeaders forwarded) {

    static final String PATH = "/sign-in";
    static final String COOKIE = "qorpus-session";

    /** Bytes of the form. Messages of agents may be longer. */
    private static final int LONGEST = 16_384;

    private static final String HTML = "text/html";

    List<Route> routes() {
        return List.of(
                Route.get("signIn", PATH, "The page to sign in on.").ofPage().open()
                        .writes(HTML, (request, context) -> show(context, "")),
                Route.post("signInByToken", PATH, "Signs a browser in with the token in the form.").ofPage().open()
                        .fails(401, 429).writes(HTML, (request, context) -> signIn(context)),
                Route.post("signOut", "/sign-out", "Signs a browser out.").ofPage().open()
                        .writes(HTML, (request, context) -> {
                            context.header("Set-Cookie", cookie(context, "", 0));
                            context.redirect("." + PATH);
                        }));
    }

    private void signIn(Context context) {
        attempts.check(context.ip());
        if (context.bodyAsBytes().length > LONGEST) {
            throw new ProblemException(413, "the form is too long; it has a token and an address");
        }
        String given = context.formParam("token");
        if (given == null || !token.is(given.strip())) {
            attempts.failed(context.ip());
            show(context, "That is not the token. It is what QORPUS_TOKEN says where the server was started.");
            return;
        }
        context.header("Set-Cookie", cookie(context, token.session(Instant.now()), Token.SESSION.toSeconds()));
        context.redirect("." + local(context.formParam("to")));
    }

    private String cookie(Context context, String session, long seconds) {
        String prefix = forwarded.prefix(context);
        return COOKIE + "=" + session + "; Path=" + (prefix.isEmpty() ? "/" : prefix) + "; HttpOnly; SameSite=Strict"
                + (forwarded.isSecure(context) ? "; Secure" : "") + "; Max-Age=" + seconds;
    }

    /** Shows the sign-in page, which continues to the requested address. */
    static void show(Context context, String said) {
        if (OriginCheck.isElsewhere(context.header("Sec-Fetch-Site"))) {
            // A link from another site sends no session cookie. A reload from this server's own page does.
            context.header("Refresh", "0");
        }
        String page = Page.text("sign-in/sign-in.template.html")
                .replace("{{said}}", said)
                .replace("{{base}}", ForwardedHeaders.toRoot(context))
                .replace("{{signed-in}}", context.cookie(COOKIE) == null ? "hidden" : "")
                .replace("{{to}}", StringUtil.sanitizeXmlString(asked(context)));
        boolean meant = context.path().equals(PATH) && context.method().equals(HandlerType.GET);
        context.status(meant ? 200 : 401).header("Cache-Control", "no-store").contentType("text/html; charset=utf-8")
                .result(page);
    }

    /** The address to open after sign-in. */
    private static String asked(Context context) {
        if (context.method().equals(HandlerType.POST)) {
            return local(context.formParam("to"));
        }
        String query = context.queryString();
        return context.path().equals(PATH) ? "/" : local(context.path() + (query == null ? "" : "?" + query));
    }

    /** An address of this server. A forged form cannot redirect to another site. */
    private static String local(@Nullable String to) {
        return to != null && to.matches("/([?a-z0-9][!-\\[\\]-~]*)?") ? to : "/";
    }
}
