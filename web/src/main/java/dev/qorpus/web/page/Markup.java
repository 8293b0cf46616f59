package dev.qorpus.web.page;

import org.jspecify.annotations.Nullable;

/** Writes HTML. All text and all values of attributes are escaped, but for what is HTML already. */
public final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** Opens an element. */
    public Markup open(String name, String... attributes) {
        html.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
        html.append('>');
        return this;
    }

    /** Closes an element. */
    public Markup close(String name) {
        html.append("</").append(name).append('>');
        return this;
    }

    /** An element with text. */
    public Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** Text, escaped. */
    public Markup text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** HTML that is safe already. */
    public Markup html(String safe) {
        html.append(safe);
        return this;
    }

    /** The number and the question of an entry, as everywhere on the page. */
    public Markup question(@Nullable String number, String question) {
        if (number != null) {
            element("span", "Q" + number + " ", "class", "number", "dir", "ltr");
        }
        return text(question);
    }

    /** Text in HTML, also within quotation marks. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
