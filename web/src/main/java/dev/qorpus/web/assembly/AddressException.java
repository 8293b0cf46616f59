package dev.qorpus.web.assembly;

/** The server cannot listen on an address. */
public final class AddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param address host and port
     */
    public AddressException(String address, boolean inUse, Throwable cause) {
        super("cannot listen on " + address + "; "
                + (inUse
                        ? "another program uses that port, end it or choose another with --port (0 for any)"
                        : "choose an address of this machine with --host, and a port that you may use with --port"),
                cause);
    }

    public AddressException(String host, Throwable cause) {
        super("cannot listen on " + host + ", there is no such name; name an address of this machine with --host",
                cause);
    }
}
