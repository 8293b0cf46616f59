package dev.qorpus.indexer.corpus.records;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.qorpus.indexer.corpus.source.UnreadableException;

/**
 * The tree of a JSON or YAML file. It knows the lines of its objects and arrays. It is built without recursion, so that
 * nesting without end fills no stack, and aliases of YAML that stand for more than a word are left out, so that a few of
 * them cannot stand for millions of nodes.
 */
public final class LocatedTree {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The first and last line of an object or array. */
    private record Lines(int first, int last) {}

    private final ArrayNode roots = NODES.arrayNode();
    private final IdentityHashMap<JsonNode, Lines> lines = new IdentityHashMap<>();
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private final Deque<Integer> starts = new ArrayDeque<>();
    private final Deque<String> keys = new ArrayDeque<>();
    /** The number of keys that waited when each open container began. */
    private final Deque<Integer> depths = new ArrayDeque<>();
    private final Map<String, JsonNode> anchors = new HashMap<>();

    private LocatedTree() {}

    /**
     * Reads JSON.
     *
     * @throws UnreadableException if it is not valid
     */
    public static LocatedTree ofJson(String text) throws UnreadableException {
        LocatedTree tree = new LocatedTree();
        try (JsonParser parser = JSON.createParser(text)) {
            String key = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                switch (token) {
                    case START_OBJECT -> tree.start(NODES.objectNode(), key, line);
                    case START_ARRAY -> tree.start(NODES.arrayNode(), key, line);
                    case END_OBJECT, END_ARRAY -> tree.end(line);
                    case PROPERTY_NAME -> {
                        // It names the next value.
                    }
                    default -> tree.add(value(parser, token), key);
                }
                key = token == JsonToken.PROPERTY_NAME ? parser.currentName() : null;
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new UnreadableException(line, "not valid JSON from here on; correct it");
        }
        return tree;
    }

    private static JsonNode value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_INT -> parser.getString().length() < 18
                    ? NODES.numberNode(parser.getLongValue())
                    : NODES.stringNode(parser.getString());
            default -> NODES.stringNode(parser.getString());
        };
    }

    /**
     * Reads YAML. Several documents in one file are several roots.
     *
     * @throws UnreadableException if it is not valid
     */
    public static LocatedTree ofYaml(String text) throws UnreadableException {
        LocatedTree tree = new LocatedTree();
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                tree.event(event, 1 + event.getStartMark().map(mark -> mark.getLine()).orElse(0));
            }
        } catch (MarkedYamlEngineException e) {
            int line = 1 + e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
            throw new UnreadableException(line, "not valid YAML from here on; correct it");
        } catch (YamlEngineException e) {
            throw new UnreadableException(1, "not valid YAML; correct it");
        }
        return tree;
    }

    private void event(Event event, int line) {
        switch (event.getEventId()) {
            case MappingStart -> start(NODES.objectNode(), key(), line);
            case SequenceStart -> start(NODES.arrayNode(), key(), line);
            case MappingEnd, SequenceEnd -> end(line);
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> {
                JsonNode known = anchors.get(((AliasEvent) event).getAlias().toString());
                scalar(known == null ? NODES.nullNode() : known);
            }
            default -> {
                // Documents and comments.
            }
        }
    }

    private void scalar(ScalarEvent event) {
        boolean empty = event.isPlain() && (event.getValue().isEmpty() || event.getValue().equals("null")
                || event.getValue().equals("~"));
        JsonNode value = empty ? NODES.nullNode() : number(event);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.toString(), value));
        scalar(value);
    }

    private static JsonNode number(ScalarEvent event) {
        String value = event.getValue();
        if (event.isPlain() && value.matches("-?\\d{1,17}")) {
            return NODES.numberNode(Long.parseLong(value));
        }
        return event.isPlain() && (value.equals("true") || value.equals("false"))
                ? NODES.booleanNode(value.equals("true"))
                : NODES.stringNode(value);
    }

    /** A scalar is the key of a mapping, unless a key waits for its value. */
    private void scalar(JsonNode value) {
        if (open.peek() instanceof ObjectNode && keys.size() < keysWhenFilled()) {
            keys.push(value.asString(""));
        } else {
            add(value, key());
        }
    }

    /** The number of keys that wait when the innermost mapping waits for a value. */
    private int keysWhenFilled() {
        return depths.peek() == null ? 1 : depths.peek() + 1;
    }

    private @Nullable String key() {
        return open.peek() instanceof ObjectNode && keys.size() >= keysWhenFilled() ? keys.pop() : null;
    }

    private void start(JsonNode container, @Nullable String key, int line) {
        add(container, key);
        open.push(container);
        starts.push(line);
        depths.push(keys.size());
    }

    private void end(int line) {
        lines.put(open.pop(), new Lines(starts.pop(), line));
        depths.pop();
    }

    private void add(JsonNode value, @Nullable String key) {
        JsonNode parent = open.peek();
        if (parent instanceof ObjectNode object) {
            // A mapping that is a key of YAML has no name.
            object.set(key == null ? "" : key, value);
        } else {
            (parent instanceof ArrayNode array ? array : roots).add(value);
        }
    }

    /** The values at the top of the file; JSON has one. */
    public ArrayNode roots() {
        return roots;
    }

    /** The line at which an object or array begins; 1 for any other value. */
    public int line(JsonNode node) {
        Lines found = lines.get(node);
        return found == null ? 1 : found.first;
    }

    /** The line of an item of an array that has each item on its own line. */
    public int line(ArrayNode array, int item) {
        Lines found = lines.get(array);
        return found == null
                ? 1
                : found.last > found.first ? Math.min(found.first + 1 + item, found.last) : found.first;
    }
}
