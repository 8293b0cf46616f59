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

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.corpus.CorpusWalk;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.links.LinkDestination;
import dev.qorpus.indexer.corpus.links.MarkdownLinks;
import dev.qorpus.indexer.corpus.question.MarkdownParser;
import dev.qorpus.indexer.corpus.source.Utf8;

/**
 * Finds the links of a corpus's Markdown files that lead nowhere: to an anchor that the file lacks, or to another
 * Markdown file below the corpus folder that does not exist or lacks the anchor. Nothing is fetched; what leads
 * out of the corpus, or is for a web server to resolve, is taken on trust. One object for one run.
 */
final class BrokenLinks {

    private static final Pattern EXTERNAL = Pattern.compile("\\A(?:[a-zA-Z][a-zA-Z0-9+.-]*:|/)");
    private static final Pattern MARKDOWN_NAME = Pattern.compile("(?i).*\\.(?:md|markdown)");
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** GitHub's own, which every page has; it also puts a prefix before those of the text. */
    private static final Set<String> EVERYWHERE = Set.of("", "top");
    private static final String PREFIX = "user-content-";

    private final Map<Path, Optional<MarkdownLinks>> parsed = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** A Markdown file of the corpus, and the folder that its links may not leave. */
    private record Source(CorpusWalk.SourceFile file, Path root) {
        static Source of(CorpusWalk.SourceFile file) {
            Path root = file.path().toAbsolutePath().normalize();
            for (int i = file.name().split("/").length; i > 0 && root.getParent() != null; i--) {
                root = root.getParent();
            }
            return new Source(file, root);
        }
    }

    /** The broken links of all Markdown files, in the order of files and lines. */
    List<Finding> of(Corpus corpus) {
        for (CorpusWalk.SourceFile file : corpus.listing().files()) {
            if (file.parser() instanceof MarkdownParser && text(file.path()).filter(BrokenLinks::mayLink).isPresent()) {
                Source source = Source.of(file);
                links(file.path()).ifPresent(links -> links.links().forEach(link -> check(source, link)));
            }
        }
        return findings;
    }

    private void check(Source source, MarkdownLinks.Target link) {
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

    private void anchor(Source source, MarkdownLinks.Target link, Path target, String anchor) {
        String wanted = anchor.toLowerCase(Locale.ROOT);
        String bare = wanted.startsWith(PREFIX) ? wanted.substring(PREFIX.length()) : wanted;
        Set<String> anchors = EVERYWHERE.contains(bare)
                ? EVERYWHERE
                : links(target).map(MarkdownLinks::anchors).orElse(Set.of(bare));
        if (!anchors.contains(bare)) {
            broken(source, link, "the link to '" + link.destination() + "' leads to no heading and no HTML anchor"
                    + similar(anchors, bare).map(found -> "; is '#" + found + "' meant?").orElse(""));
        }
    }

    /** The anchor with the same letters, other punctuation being the commonest mistake. */
    private static Optional<String> similar(Set<String> anchors, String wanted) {
        String letters = NOT_IN_WORDS.matcher(wanted).replaceAll("");
        return anchors.stream().filter(anchor -> NOT_IN_WORDS.matcher(anchor).replaceAll("").equals(letters)).min(
                String::compareTo);
    }

    private void broken(Source source, MarkdownLinks.Target link, String message) {
        findings.add(new Finding(Finding.Rule.BROKEN_ANCHOR, source.file().name(), link.line(), null, message));
    }

    /** A path below the corpus folder, or nothing. */
    private static @Nullable Path resolve(Source source, String path) {
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

    /** Nothing where the file cannot be read, which its reader has reported. */
    private static Optional<String> text(Path file) {
        try {
            return Files.size(file) > MarkdownParser.LARGEST
                    ? Optional.empty()
                    : Optional.of(Utf8.decode(Files.readAllBytes(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What has none of these has no link, and need not be parsed for its own. */
    private static boolean mayLink(String text) {
        return text.contains("](") || text.contains("]:") || text.contains("href");
    }
}
