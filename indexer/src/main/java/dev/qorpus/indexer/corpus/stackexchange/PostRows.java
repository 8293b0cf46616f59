package dev.qorpus.indexer.corpus.stackexchange;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.qorpus.indexer.corpus.source.Source;
import dev.qorpus.indexer.corpus.source.UnreadableException;

/**
 * Reads the rows of a StackExchange dump one by one. Document types are skipped, so that no entity is expanded or fetched.
 * The length of a row is limited.
 */
final class PostRows {

    /** The root element of a dump of posts. */
    static final String ROOT = "posts";

    /** The highest number of attributes. Dumps have about twenty. */
    private static final int MOST_ATTRIBUTES = 40;

    /** The longest attribute in characters. The sites allow posts of about 30,000. */
    private static final int LONGEST = 1 << 20;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private static final XMLInputFactory XML = factory();

    /** Receives each row. The row is valid only during the call. */
    interface Handler {
        void row(PostRows row) throws IOException;
    }

    private final XMLStreamReader reader;
    private int lastLine = 1;

    private PostRows(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * Reads all rows.
     *
     * @throws BrokenException if the XML is broken or has another root; the rows before it have been handed on
     */
    static void read(Source source, Handler handler) throws IOException {
        try (InputStream bytes = source.open()) {
            PostRows rows = new PostRows(XML.createXMLStreamReader(bytes));
            try {
                rows.readAll(handler);
            } catch (XMLStreamException e) {
                throw broken(e, rows.lastLine);
            } finally {
                rows.reader.close();
            }
        } catch (XMLStreamException e) {
            throw broken(e, 1);
        }
    }

    /** Reads the root element only. Throws the same exceptions as {@link #read}. */
    static void readRoot(Source source) throws IOException {
        try (InputStream bytes = source.open()) {
            new PostRows(XML.createXMLStreamReader(bytes)).root();
        } catch (XMLStreamException e) {
            throw broken(e, 1);
        }
    }

    private void readAll(Handler handler) throws XMLStreamException, IOException {
        root();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
                lastLine = line();
                handler.row(this);
            }
        }
    }

    private void root() throws XMLStreamException, IOException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // Skips comments and the like.
        }
        if (!reader.getLocalName().equals(ROOT)) {
            throw new OtherRootException("the root element is '" + reader.getLocalName() + "'; XML is read only if it "
                    + "is a StackExchange dump of posts, with the root '" + ROOT + "'");
        }
    }

    /** Rows cannot be read beyond a line. */
    static class BrokenException extends UnreadableException {
        private static final long serialVersionUID = 1L;

        BrokenException(int line, String message) {
            super(line, message);
        }
    }

    /** The file is XML, but not a dump of posts. */
    static final class OtherRootException extends BrokenException {
        private static final long serialVersionUID = 1L;

        OtherRootException(String message) {
            super(1, message);
        }
    }

    /** The line at which the row begins, from 1. */
    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** The text of an attribute; empty if the row does not have it. */
    String text(String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    /** The number in an attribute; 0 if the row does not have it, or if it is no number. */
    long number(String attribute) {
        String value = text(attribute);
        return NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private static IOException broken(XMLStreamException e, int lastRow) {
        if (e.getCause() instanceof CharConversionException) {
            return new BrokenException(lastRow,
                    "not UTF-8 in this row or shortly after it; save the file as UTF-8. The rows "
                            + "before it are read");
        }
        if (e.getCause() instanceof IOException io) {
            return io;
        }
        int line = e.getLocation() == null ? lastRow : Math.max(1, e.getLocation().getLineNumber());
        String reason = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return new BrokenException(line,
                "the XML is broken here: " + reason + "; correct it. The rows before it are read");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        // The limits are set by name, because Woodstox's classes need OSGi's annotations to compile. The JDK's own
        // reader has no such limits, and fails here because it does not know the names.
        factory.setProperty("com.ctc.wstx.maxAttributesPerElement", MOST_ATTRIBUTES);
        factory.setProperty("com.ctc.wstx.maxAttributeSize", LONGEST);
        factory.setProperty("com.ctc.wstx.maxTextLength", LONGEST);
        return factory;
    }
}
