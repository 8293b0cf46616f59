package dev.qorpus.web.mcp;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.transport.HttpServletMcpTransport;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The SDK's transport of the modern era, which checks that headers and message agree. It reads and writes buffers, so that
 * a request that is stopped meanwhile can still be answered with a problem.
 */
final class ModernHttp {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final HttpServletMcpTransport transport;

    ModernHttp(McpServer server) {
        this.transport = HttpServletMcpTransport.builder(server).jsonMapper(McpJson.MAPPER)
                .contextExtractor(ModernHttp::context)
                // Hosts and origins are checked before, for all routes.
                .httpHeaderValidator(ServerHttpHeaderValidator.NOOP).build();
    }

    private static McpTransportContext context(HttpServletRequest request) {
        return ((Exchange) request.getAttribute(ATTRIBUTE)).context();
    }

    McpAnswer answer(Exchange exchange, HttpServletRequest request, HttpServletResponse response, String body) {
        request.setAttribute(ATTRIBUTE, exchange);
        BufferedResponse buffer = new BufferedResponse(response);
        try {
            transport.service(new BufferedRequest(request, body), buffer);
        } catch (ServletException e) {
            throw new IllegalStateException("the transport failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer cannot fail", e);
        }
        return new McpAnswer(buffer.getStatus(), buffer.body());
    }
}
