package dev.qorpus.search.query;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.EntryKind;
import dev.qorpus.indexer.language.LanguageDetector;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.indexer.schema.IndexManifest;

/** The filter fields of an index and their values, as people name them. */
record FieldValues(IndexManifest manifest) {

    /** Their values are texts, of which people write a part. */
    private static final Set<String> TEXTS = Set.of(FilterFields.TITLE, FilterFields.SECTION, FilterFields.FILE);
    /** Every index has them, whether it has several values or not. */
    private static final Set<String> ALWAYS = Set.of(FilterFields.TITLE, FilterFields.SECTION, FilterFields.FILE,
            FilterFields.LANGUAGE, FilterFields.KIND, "tag");
    private static final String CONTAINS = ":";

    /** Made when a language is named first: Java reads the names from 200 files, for a fifth of a second. */
    private static final class Languages {

        /** The codes of languages by their names in lower case. */
        static final Map<String, String> CODES = codes();

        private Languages() {}

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (String code : Locale.getISOLanguages()) {
                Locale locale = Locale.of(code);
                Stream.of(code, locale.getDisplayLanguage(Locale.ENGLISH), locale.getDisplayLanguage(locale))
                        .forEach(name -> codes.putIfAbsent(name.toLowerCase(Locale.ROOT), code));
            }
            return Map.copyOf(codes);
        }
    }

    /** The filter field that a name stands for: whatever the case of its letters, and one for many. */
    Optional<String> field(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> names = List.of(lower, lower + "s",
                lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower);
        Set<String> known = new LinkedHashSet<>(manifest.values().keySet());
        known.addAll(ALWAYS);
        return names.stream().flatMap(
                wanted -> known.stream().filter(field -> field.toLowerCase(Locale.ROOT).equals(wanted))).findFirst();
    }

    /**
     * A condition that a question has, if it is one: of a field that the index has, and of a kind or language that there is.
     * With an equals sign, the index must have the value too: that is more often code.
     */
    Optional<FieldCondition> condition(String name, String sign, String value) {
        return field(name).map(field -> new FieldCondition(field,
                sign.equals(CONTAINS) ? contains(field) : ValueComparison.of(sign).orElseThrow(), value))
                .filter(condition -> isMeant(condition, sign));
    }

    private static ValueComparison contains(String field) {
        return TEXTS.contains(field) ? ValueComparison.CONTAINS : ValueComparison.EQUAL;
    }

    private boolean isMeant(FieldCondition condition, String sign) {
        String value = condition.value();
        return switch (condition.field()) {
            case FilterFields.KIND -> !matching(condition).isEmpty() || isKind(value);
            case FilterFields.LANGUAGE -> !matching(condition).isEmpty() || LanguageDetector.isLanguage(code(value));
            default -> !sign.equals(ValueComparison.EQUAL.sign()) || !matching(condition).isEmpty();
        };
    }

    private static boolean isKind(String value) {
        return Stream.of(EntryKind.values()).anyMatch(kind -> kind.id().equalsIgnoreCase(value));
    }

    /** The values of the index that satisfy a condition, whether it demands or excludes them. */
    Set<String> matching(FieldCondition condition) {
        String value = condition.field().equals(FilterFields.LANGUAGE) ? code(condition.value()) : condition.value();
        ValueComparison comparison = condition.comparison() == ValueComparison.NOT_EQUAL
                ? ValueComparison.EQUAL
                : condition.comparison();
        Set<String> known = manifest.valuesOf(condition.field()).keySet();
        // The value as written, before others in which only the case of letters differs.
        return comparison == ValueComparison.EQUAL && known.contains(value)
                ? Set.of(value)
                : known.stream().filter(one -> comparison.holds(one, value))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ISO 639-1 code of a language that is named in English or in itself. */
    private static String code(String language) {
        return Languages.CODES.getOrDefault(language.toLowerCase(Locale.ROOT), language);
    }
}
