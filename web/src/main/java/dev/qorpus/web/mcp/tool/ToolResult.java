package dev.qorpus.web.mcp.tool;

import org.jspecify.annotations.Nullable;

/**
 * The result of a call.
 *
 * @param view the structured content; null if the call failed
 * @param text for a language model: the same in fewer words, or what is wrong and what is allowed
 */
public record ToolResult(@Nullable Record view, String text) {

    /** A failed call. */
    public static ToolResult failed(String message) {
        return new ToolResult(null, message);
    }

    /** A result. */
    static ToolResult of(Record view, String text) {
        return new ToolResult(view, text);
    }

    /** Whether the call failed. */
    public boolean isFailed() {
        return view == null;
    }
}
