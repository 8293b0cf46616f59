package dev.qorpus.web.cli.remote;

import java.util.List;
import java.util.Map;

/**
 * The request for a server as JSON, by hand: a JSON library would take longer to load than the rest.
 *
 * @param environment of this process, of which the server gets what describes the terminal
 * @param terminals the streams that are terminals
 * @param machine the name of this machine, which links to files have
 * @see dev.qorpus.web.serve.CommandRequest
 */
record RequestBody(Map<String, String> environment, String terminals, String machine) {

    private static final List<String> OF_TERMINALS = List.of("COLUMNS", "TERM", "NO_COLOR", "CLICOLOR",
            "CLICOLOR_FORCE", "FORCE_COLOR");

    /**
     * The text of a request.
     *
     * @param instance of the process that has to answer
     * @param arguments of the program
     */
    String of(String instance, List<String> arguments) {
        StringBuilder json = new StringBuilder("{\"instance\":");
        append(instance, json);
        json.append(",\"arguments\":[");
        for (int i = 0; i < arguments.size(); i++) {
            json.append(i == 0 ? "" : ",");
            append(arguments.get(i), json);
        }
        json.append("],\"environment\":{");
        String separator = "";
        for (String name : OF_TERMINALS) {
            String value = environment.get(name);
            if (value != null) {
                json.append(separator);
                append(name, json);
                json.append(':');
                append(value, json);
                separator = ",";
            }
        }
        json.append("},\"terminals\":");
        append(terminals, json);
        json.append(",\"machine\":");
        append(machine, json);
        return json.append('}').toString();
    }

    private static void append(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                json.append('\\').append(sign);
            } else if (sign < ' ' || Character.isSurrogate(sign)) {
                String hex = Integer.toHexString(sign);
                json.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                json.append(sign);
            }
        }
        json.append('"');
    }
}
