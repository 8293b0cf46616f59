package dev.qorpus.web.mcp;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.FilterFields;
import dev.qorpus.search.Search;
import dev.qorpus.search.browse.Completion;
import dev.qorpus.web.mcp.tool.EntryTool;

/** Entries as resources. */
final class EntryResource {

    static final String TEMPLATE = "qorpus://entry/{id}";
    static final String ARGUMENT = "id";
    static final String NAME = "entry";
    static final String TITLE = "An entry of the notes";
    static final String DESCRIPTION = "Question and answer, by the id of the entry. The id is percent-encoded.";
    static final String TYPE = "text/markdown";

    private static final String PREFIX = "qorpus://entry/";
    /** The most that the protocol allows. */
    private static final int COMPLETIONS = 100;

    private EntryResource() {}

    /** Whether an address is that of an entry, or the template. */
    static boolean matches(String uri) {
        return uri.startsWith(PREFIX) && uri.length() > PREFIX.length();
    }

    /** The address of an entry. */
    static String uri(String id) {
        return PREFIX + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The entry of an address as Markdown; empty if there is none. */
    static Optional<String> read(Search search, String uri) {
        if (!matches(uri)) {
            return Optional.empty();
        }
        String given = uri.substring(PREFIX.length());
        return EntryTool.text(search, new EntryId(decoded(given)))
                // Not every client encodes what it puts into a template.
                .or(() -> EntryTool.text(search, new EntryId(given)));
    }

    private static String decoded(String given) {
        try {
            return URLDecoder.decode(given.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return given;
        }
    }

    /** Ids that begin with what is typed, then ids of questions that are like it. */
    static List<String> complete(Search search, String typed) {
        Stream<String> similar = typed.isBlank()
                ? Stream.empty()
                : search.complete(typed, COMPLETIONS).stream().map(Completion::id).filter(Objects::nonNull)
                        .map(String::valueOf);
        return Stream.concat(beginning(search, typed), similar).distinct().limit(COMPLETIONS).toList();
    }

    /** Ids by their beginning. An id begins with its file, so that other files need not be read. */
    private static Stream<String> beginning(Search search, String typed) {
        boolean any = search.manifest().valuesOf(FilterFields.FILE).keySet().stream()
                .anyMatch(file -> file.startsWith(typed) || typed.startsWith(file));
        return any
                ? search.files().stream().flatMap(file -> ids(file, typed)).sorted().limit(COMPLETIONS)
                : Stream.empty();
    }

    private static Stream<String> ids(FileRecord file, String typed) {
        return file.hashes().keySet().stream().map(EntryId::value).filter(id -> id.startsWith(typed));
    }
}
