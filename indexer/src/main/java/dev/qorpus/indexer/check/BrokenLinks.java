package dev.qorpus.indexer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.CorpusFile;
import dev.qorpus.indexer.corpus.CorpusListing;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.links.LinkDestination;
import dev.qorpus.indexer.corpus.links.MarkdownLinks;
import dev.qorpus.indexer.corpus.question.MarkdownParser;
import dev.qorpus.indexer.corpus.source.Utf8;

/**
 * Finds broken links in Markdown files: links to an anchor or a Markdown file that does not exist in the corpus. Links out
 * of the corpus and links that a web server resolves are not checked. One object serves one run.
 */
final class BrokenLinks {

    private static final Pattern EXTERNAL = Pattern.compile("\\A(?:[a-zA-Z][a-zA-Z0-9+.-]*:|/)");
    private static final Pattern MARKDOWN_NAME = Pattern.compile("(?i).*\\.(?:md|markdown)");
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Anchors that GitHub adds to every page. It also puts a prefix before the anchors of the text. */
    private static final Set<String> EVERYWHERE = Set.of("", "top");
    private static final String PREFIX = "user-content-";

    private final Map<Path, Optional<MarkdownLinks>> parsed = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** A Markdown file with its corpus folder. */
    private record LinkingFile(CorpusListing.SourceFile file, Path root) {
        static LinkingFile of(CorpusListing.SourceFile file) {
            Path root = file.path().toAbsolutePath().normalize();
            for (int i = file.name().split("/").length; i > 0 && root.getParent() != null; i--) {
                root = root.getParent();
            }
            return new LinkingFile(file, root);
        }
    }

    /**
     * The broken links of all Markdown files, in the order of files and lines.
     *
     * @param files the files of the corpus, which is not listed again
     */
    List<Finding> of(List<CorpusFile> files) {
        for (CorpusListing.SourceFile file : files.stream().map(CorpusFile::listed).toList()) {
            if (file.parser() instanceof MarkdownParser && text(file.path()).filter(BrokenLinks::mayLink).isPresent()) {
                LinkingFile source = LinkingFile.of(file);
                links(file.path()).ifPresent(links -> links.links().forEach(link -> check(source, link)));
            }
        }
        return findings;
    }

    private void check(LinkingFile source, MarkdownLinks.Target link) {
        if (EXTERNAL.matcher(link.destination()).lookingAt()) {
            return;
        }
        LinkDestination destination = LinkDestination.asWritten(link.destination());
        if (destination.path().isEmpty()) {
            anchor(source, link, source.file().path(), destination.anchor());
        } else if (MARKDOWN_NAME.matcher(destination.path()).matches()) {
            Path target = resolve(source, destination.path());
            if (target != null && !Files.exists(target)) {
                broken(source, link, "the link to '" + link.destination() + "' leads to a file that does not exist");
            } else if (target != null) {
                anchor(source, link, target, destination.anchor());
            }
        }
    }

    private void anchor(LinkingFile source, MarkdownLinks.Target link, Path target, String anchor) {
        String wanted = anchor.toLowerCase(Locale.ROOT);
        String bare = wanted.startsWith(PREFIX) ? wanted.substring(PREFIX.length()) : wanted;
        Set<String> anchors = EVERYWHERE.contains(bare)
                ? EVERYWHERE
                : links(target).map(MarkdownLinks::anchors).orElse(Set.of(bare));
        if (!anchors.contains(bare)) {
            broken(source, link, "the link to '" + link.destination() + "' leads to no heading and no HTML anchor"
                    + similar(anchors, bare).map(found -> "; did you mean '#" + found + "'?").orElse(""));
        }
    }

    /** An anchor with the same letters. Wrong punctuation is the most common mistake. */
    private static Optional<String> similar(Set<String> anchors, String wanted) {
        String letters = NOT_IN_WORDS.matcher(wanted).replaceAll("");
        return anchors.stream().filter(anchor -> NOT_IN_WORDS.matcher(anchor).replaceAll("").equals(letters)).min(
                String::compareTo);
    }

    private void broken(LinkingFile source, MarkdownLinks.Target link, String message) {
        findings.add(new Finding(Finding.Rule.BROKEN_ANCHOR, source.file().name(), link.line(), null, message));
    }

    /** Resolves a path; null if it is not below the corpus folder. */
    private static @Nullable Path resolve(LinkingFile source, String path) {
        try {
            Path target = source.file().path().toAbsolutePath().resolveSibling(path).normalize();
            return target.startsWith(source.root()) ? target : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private Optional<MarkdownLinks> links(Path file) {
        return parsed.computeIfAbsent(file.toAbsolutePath().normalize(), BrokenLinks::parse);
    }

    private static Optional<MarkdownLinks> parse(Path file) {
        return text(file).map(MarkdownLinks::of);
    }

    /** The text of a file; empty if it cannot be read, which the corpus reader has reported. */
    private static Optional<String> text(Path file) {
        try {
            return Files.size(file) > MarkdownParser.largest()
                    ? Optional.empty()
                    : Optional.of(Utf8.decode(Files.readAllBytes(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a text may have links. If not, it need not be parsed. */
    private static boolean mayLink(String text) {
        return text.contains("](") || text.contains("]:") || text.contains("href");
    }
}
