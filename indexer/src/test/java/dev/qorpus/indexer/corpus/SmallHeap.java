package dev.qorpus.indexer.corpus;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

/** Reads a corpus in a virtual machine of its own, whose memory is small, and prints what it found. */
final class SmallHeap {

    /** What the other machine found. */
    record Result(int entries, int findings, int wrong, double seconds, long peakMegabytes) {}

    private SmallHeap() {}

    static Result read(Path corpus, String... flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(flags));
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallHeap.class.getName(),
                corpus.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
                .split(" ", -1);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the reading ended with exit code " + process.exitValue());
        }
        return new Result(Integer.parseInt(printed[0]), Integer.parseInt(printed[1]), Integer.parseInt(printed[2]),
                Double.parseDouble(printed[3]), Long.parseLong(printed[4]));
    }

    public static void main(String[] arguments) {
        long began = System.nanoTime();
        Count count = new Count();
        new CorpusReader().read(Corpus.of(List.of(Path.of(arguments[0]))), count);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println(count.entries + " " + count.findings + " " + count.wrong + " "
                + (System.nanoTime() - began) / 1e9 + " " + (peak >> 20));
    }

    private static final class Count implements CorpusHandler {
        private int entries;
        private int findings;
        private int wrong;

        @Override
        public void entry(Entry entry) {
            entries++;
            String number = entry.question().replaceAll("\\D", "");
            boolean post = entry.file().endsWith(".xml");
            // In the generated dump the accepted answer has the number behind that of its question.
            boolean right = entry.answer().text().startsWith(post
                    ? "This is number " + (Integer.parseInt(number) + 1) + " and the answer."
                    : "The mixture");
            wrong += right ? 0 : 1;
        }

        @Override
        public void finding(Finding finding) {
            findings++;
        }
    }
}
