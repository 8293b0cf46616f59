package dev.qorpus.web.cli.text;

import java.time.Duration;
import java.util.Locale;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.Progress;

/**
 * Progress on standard error: a bar on a terminal, and a line every few seconds elsewhere. It is silent on a quiet
 * console.
 */
public final class TerminalProgress implements Progress {

    private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();

    private final Console console;
    private final String doing;
    private final String finished;
    private @Nullable ProgressBar bar;
    private long total;
    private long done;
    private long began;
    private long lastLine;

    /** The progress of embedding. */
    public TerminalProgress(Console console) {
        this(console, "embedding", "embedded");
    }

    /**
     * The progress of something else.
     *
     * @param doing what is done with entries, as "embedding"
     * @param finished the same when it is done, as "embedded"
     */
    public TerminalProgress(Console console, String doing, String finished) {
        this.console = console;
        this.doing = doing;
        this.finished = finished;
    }

    @Override
    public void start(long entries) {
        total = entries;
        began = System.nanoTime();
        lastLine = began;
        if (console.quiet()) {
            return;
        }
        if (console.terminal().errors()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(doing.substring(0, 1).toUpperCase(Locale.ROOT) + doing.substring(1))
                    .setInitialMax(entries).setUnit(" entries", 1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK).showSpeed().build();
        } else {
            console.standardError().printf("%s %d %s%n", doing, entries, entries == 1 ? "entry" : "entries");
            console.standardError().flush();
        }
    }

    @Override
    public void embedded(long entries) {
        done += entries;
        if (bar != null) {
            bar.stepBy(entries);
        } else if (!console.quiet() && System.nanoTime() - lastLine > LINE_EVERY) {
            lastLine = System.nanoTime();
            double perSecond = done / ((lastLine - began) / 1e9);
            console.standardError().printf(Locale.ROOT, "%s %d of %d entries, %.0f a second, %.0f s left%n", finished,
                    done, total, perSecond, (total - done) / perSecond);
            console.standardError().flush();
        }
    }

    @Override
    public void optimizing() {
        if (console.quiet()) {
            return;
        }
        console.standardError()
                .println("published, and searched from now on; it is searched faster once its vectors are"
                        + " merged, which takes minutes for hundreds of thousands of entries. Ctrl-C loses nothing");
        console.standardError().flush();
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
