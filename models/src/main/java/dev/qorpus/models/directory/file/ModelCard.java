package dev.qorpus.models.directory.file;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The front matter of a model's {@code README.md}, as far as it names languages. */
public final class ModelCard {

    private static final String FENCE = "---";
    private static final String FIELD = "language:";
    private static final Map<String, String> SHORT = shortCodes();

    private ModelCard() {}

    /** Codes of three letters, with the two letters that mean the same language. */
    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
            codes.put(Locale.of(code).getISO3Language(), code);
        }
        return codes;
    }

    /** The languages as ISO 639-1 codes; empty if the model card does not name them. */
    public static Set<String> languages(DirectoryFiles files) {
        if (!files.has("README.md")) {
            return Set.of();
        }
        try {
            Object front = new Load(LoadSettings.builder().build())
                    .loadFromString(field(Files.readAllLines(files.root().resolve("README.md"))));
            return front instanceof Map<?, ?> map ? codes(map.get("language")) : Set.of();
        } catch (MalformedInputException | YamlEngineException e) {
            // A model card is for readers. The model works without it.
            System.getLogger(ModelCard.class.getName()).log(System.Logger.Level.DEBUG, "unread model card", e);
            return Set.of();
        } catch (IOException e) {
            throw files.unreadable("README.md", e);
        }
    }

    /** The lines of the field alone: the rest of the front matter may hold thousands of measurements. */
    private static String field(List<String> lines) {
        List<String> field = new ArrayList<>();
        if (!lines.isEmpty() && lines.getFirst().strip().equals(FENCE)) {
            for (String line : lines.subList(1, lines.size())) {
                boolean begins = !line.isBlank() && !line.startsWith(" ") && !line.startsWith("- ")
                        && !line.startsWith("#");
                if (begins && (!field.isEmpty() || line.strip().equals(FENCE))) {
                    break;
                }
                if (line.startsWith(FIELD) || !field.isEmpty()) {
                    field.add(line);
                }
            }
        }
        return String.join("\n", field);
    }

    private static Set<String> codes(@Nullable Object value) {
        Set<String> codes = new TreeSet<>();
        for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            // Old codes, for example iw for Hebrew, become those of today.
            String code = SHORT.get(
                    Locale.of(String.valueOf(each).toLowerCase(Locale.ROOT).split("[-_]", 2)[0]).getLanguage());
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }
}
