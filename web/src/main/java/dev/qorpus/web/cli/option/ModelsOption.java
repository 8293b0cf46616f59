package dev.qorpus.web.cli.option;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import dev.qorpus.web.assembly.IndexModels;

/** Which vectors an index has. */
public final class ModelsOption {

    @Option(names = "--model", split = ",", paramLabel = "NAME", description = "Models whose vectors to keep, the default first: names, directories, or words:FILE (default: those of the index, or for a new one the model that knows most entries: minilm, bge-zh).")
    List<String> models = new ArrayList<>();

    @Option(names = "--no-late", description = "Keep no vectors of single words. The index is about half as large, and hybrid answers are a little worse.")
    boolean noLate;

    @Option(names = "--fast", description = "Embed with the variant of the model whose weights have 8 bits: about twice as fast, and answers are a little worse.")
    boolean fast;

    /** The models as chosen. */
    public IndexModels models() {
        return new IndexModels(models, !noLate, fast);
    }
}
