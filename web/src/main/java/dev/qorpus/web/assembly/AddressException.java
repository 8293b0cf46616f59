package dev.qorpus.web.assembly;

/** The server cannot listen on an address. */
public final class AddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AddressException(String host, int port, Throwable cause) {
        super("cannot listen on " + host + ":" + port + "; it may be in use, choose another with --port", cause);
    }

    public AddressException(String host, Throwable cause) {
        super("cannot listen on " + host + ", there is no such name; name an address of this machine with --host",
                cause);
    }
}
