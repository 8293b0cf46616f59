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
 * Reads the rows of a StackExchange dump one after the other. Document types are passed over unread, so that no
 * entity is ever expanded or fetched, and every row has a bound.
 */
final class PostRows {

    /** Root of a dump of posts. */
    static final String ROOT = "posts";

    /** Dumps have about twenty attributes. */
    private static final int MOST_ATTRIBUTES = 40;

    /** Characters of the longest attribute; the sites take posts of some 30,000. */
    private static final int LONGEST = 1 << 20;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private static final XMLInputFactory XML = factory();

    /** Is given each row in turn, as long as it stands there. */
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
     * @throws BrokenException where the XML is broken or has another root; earlier rows have been handed on
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

    /** Reads up to the root element, and fails as {@link #read} does. */
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
            // Comments and the like.
        }
        if (!reader.getLocalName().equals(ROOT)) {
            throw new OtherRootException("the root element is '" + reader.getLocalName() + "'; XML is read if it is a "
                    + "StackExchange dump of posts, whose root is '" + ROOT + "'");
        }
    }

    /** Rows cannot be read from some line on. */
    static class BrokenException extends UnreadableException {
        private static final long serialVersionUID = 1L;

        BrokenException(int line, String message) {
            super(line, message);
        }
    }

    /** XML, but not a dump of posts. */
    static final class OtherRootException extends BrokenException {
        private static final long serialVersionUID = 1L;

        OtherRootException(String message) {
            super(1, message);
        }
    }

    /** Where the row begins, from 1. */
    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** An attribute's text; empty if the row does not have it. */
    String text(String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    /** An attribute's number; 0 if the row does not have it, or it is none. */
    long number(String attribute) {
        String value = text(attribute);
        return NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private static IOException broken(XMLStreamException e, int lastRow) {
        if (e.getCause() instanceof CharConversionException) {
            return new BrokenException(lastRow, "not UTF-8 in this row or soon behind it; the rows before it are "
                    + "read. Save the file as UTF-8");
        }
        if (e.getCause() instanceof IOException io) {
            return io;
        }
        int line = e.getLocation() == null ? lastRow : Math.max(1, e.getLocation().getLineNumber());
        String reason = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return new BrokenException(line, "the XML is broken here, and read up to here: " + reason);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        // Woodstox's own bounds, by name: its classes do not compile without annotations of OSGi. The JDK's reader
        // does not know them and fails here; it would hold a row of any length.
        factory.setProperty("com.ctc.wstx.maxAttributesPerElement", MOST_ATTRIBUTES);
        factory.setProperty("com.ctc.wstx.maxAttributeSize", LONGEST);
        factory.setProperty("com.ctc.wstx.maxTextLength", LONGEST);
        return factory;
    }
}
