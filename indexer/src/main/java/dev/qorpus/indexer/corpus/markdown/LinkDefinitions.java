package dev.qorpus.indexer.corpus.markdown;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/**
 * The link reference definitions of a file. Authors often put them at the end, far from the answers that use them.
 *
 * @param destinations the destinations, by label in lower case
 */
public record LinkDefinitions(Map<String, String> destinations) {

    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]{1,300})\\]");

    /** Collects the definitions of a document. */
    public static LinkDefinitions of(Node document) {
        Map<String, String> destinations = new HashMap<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(LinkReferenceDefinition definition) {
                destinations.putIfAbsent(definition.getLabel().toLowerCase(Locale.ROOT), definition.getDestination());
            }
        });
        return new LinkDefinitions(destinations);
    }

    /** Appends to a piece of the file the definitions that it refers to and does not contain. */
    public String addTo(String markdown) {
        if (destinations.isEmpty()) {
            return markdown;
        }
        String lower = markdown.toLowerCase(Locale.ROOT);
        Set<String> used = new LinkedHashSet<>();
        Matcher reference = REFERENCE.matcher(lower);
        while (reference.find()) {
            String label = reference.group(1);
            if (destinations.containsKey(label) && !lower.contains("[" + label + "]:")) {
                used.add(label);
            }
        }
        StringBuilder all = new StringBuilder(markdown);
        for (String label : used) {
            all.append(all.length() == markdown.length() ? "\n\n" : "\n").append('[').append(label).append("]: <")
                    .append(destinations.get(label)).append('>');
        }
        return all.toString();
    }
}
