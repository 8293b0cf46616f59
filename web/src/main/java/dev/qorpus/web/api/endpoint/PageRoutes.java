package dev.qorpus.web.api.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.page.Libraries;
import dev.qorpus.web.page.Page;
import dev.qorpus.web.parameter.Parameter;

/** Routes of the page, its files and its libraries. */
public final class PageRoutes {

    private static final Parameter<String> LIBRARY = name("library", "The name of a library.");
    private static final Parameter<String> FILE = name("file", "The path of a file.");

    private PageRoutes() {}

    public static List<Route> routes() {
        return List.of(
                Route.get("page", "/", "The page.").ofPage().answers(file("text/html"))
                        .direct(request -> found(Page.asset("index.html"))),
                Route.get("pageFile", "/page/<file>", "A file of the page.").ofPage().open().takes(FILE)
                        .answers(file("*/*")).direct(request -> found(Page.asset(request.get(FILE)))),
                Route.get("libraryFile", "/lib/{library}/<file>", "A file of a library that the page uses.").ofPage()
                        .open().takes(LIBRARY, FILE).answers(file("*/*"))
                        .direct(request -> found(Libraries.asset(request.get(LIBRARY), request.get(FILE)))));
    }

    private static Parameter<String> name(String name, String description) {
        return Parameter.required(name, description, Map.of("type", "string"), text -> text);
    }

    private static Page.Asset found(Optional<Page.Asset> asset) {
        return asset.orElseThrow(() -> ProblemException.notFound("there is no such page"));
    }

    private static Response<Page.Asset> file(String media) {
        return new Response<>(media, null, PageRoutes::write);
    }

    private static void write(Context context, Page.Asset asset) {
        context.contentType(asset.type()).header("Cache-Control", "no-cache").header("ETag", tag(asset))
                .result(asset.bytes());
    }

    /** An ETag of the content; Javalin answers 304 if the client has it. Results have none, because each differs. */
    private static String tag(Page.Asset asset) {
        CRC32 checksum = new CRC32();
        checksum.update(asset.bytes());
        return '"' + Long.toHexString(checksum.getValue()) + '-' + asset.bytes().length + '"';
    }
}
