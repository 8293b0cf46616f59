package dev.qorpus.web.mcp;

import java.io.PrintWriter;
import java.io.StringWriter;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that is kept, not sent. */
final class BufferedResponse extends HttpServletResponseWrapper {

    private final StringWriter body = new StringWriter();
    private final PrintWriter writer = new PrintWriter(body);
    private int status = 200;

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    String body() {
        writer.flush();
        return body.toString();
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void setContentType(String type) {
        // All answers are JSON.
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        // All answers are UTF-8.
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }
}
