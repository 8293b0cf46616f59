package dev.qorpus.web.cli.remote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered to a command.
 *
 * @param exit the exit code
 * @param out for standard output, UTF-8
 * @param err for standard error, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RemoteAnswer(int exit, byte[] out, byte[] err) {

    private static final String OK = "HTTP/1.1 200 ";
    private static final String END = "\r\n\r\n";

    /**
     * Reads a response of HTTP.
     *
     * @return empty if it is no answer, or not whole
     * @throws NumberFormatException if a header is damaged
     */
    static Optional<RemoteAnswer> of(byte[] response) {
        String text = new String(response, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        if (!text.startsWith(OK) || end < 0) {
            return Optional.empty();
        }
        // Names of headers have no case.
        String head = text.substring(0, end + 2).toLowerCase(Locale.ROOT);
        int start = end + END.length();
        int length = number(head, "content-length");
        int out = number(head, "x-qorpus-out");
        if (length < 0 || response.length - start != length || out < 0 || out > length) {
            return Optional.empty();
        }
        return Optional.of(new RemoteAnswer(number(head, "x-qorpus-exit"),
                Arrays.copyOfRange(response, start, start + out),
                Arrays.copyOfRange(response, start + out, response.length)));
    }

    private static int number(String head, String name) {
        int at = head.indexOf("\r\n" + name + ":");
        if (at < 0) {
            return -1;
        }
        int from = at + 2 + name.length() + 1;
        return Integer.parseInt(head.substring(from, head.indexOf("\r\n", from)).strip());
    }
}
