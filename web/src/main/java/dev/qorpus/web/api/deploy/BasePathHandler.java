package dev.qorpus.web.api.deploy;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Removes the base path from requests, so that the rest of the server does not know it. Requests without it are served
 * too: some proxies remove it themselves, and programs on this machine ask without it.
 */
public final class BasePathHandler extends Handler.Wrapper {

    private final String basePath;

    /** @param basePath begins with a slash, and does not end with one */
    public BasePathHandler(String basePath) {
        this.basePath = basePath;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpURI address = request.getHttpURI();
        String path = address.getPath();
        if (path == null || !path.startsWith(basePath)) {
            return super.handle(request, response, callback);
        }
        String rest = path.substring(basePath.length());
        if (rest.isEmpty()) {
            // The links of the page are relative to a folder.
            String query = address.getQuery();
            response.setStatus(HttpStatus.PERMANENT_REDIRECT_308);
            response.getHeaders().put("Location", basePath + "/" + (query == null ? "" : "?" + query));
            callback.succeeded();
            return true;
        }
        if (!rest.startsWith("/")) {
            return super.handle(request, response, callback);
        }
        HttpURI below;
        try {
            below = HttpURI.build(address).path(rest).asImmutable();
        } catch (IllegalArgumentException e) {
            // It leads out of the base path.
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return super.handle(Request.serveAs(request, below), response, callback);
    }
}
