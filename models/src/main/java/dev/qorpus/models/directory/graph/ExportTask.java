package dev.qorpus.models.directory.graph;

/** What a graph was exported for, as the exporter of Hugging Face's Optimum names it. */
public enum ExportTask {
    /** Vectors of tokens or of texts. */
    FEATURES("feature-extraction"),
    /** Scores of texts, or of pairs of texts. */
    SCORES("text-classification");

    private final String task;

    ExportTask(String task) {
        this.task = task;
    }

    /** The command that makes such a graph. */
    String command() {
        return "optimum-cli export onnx --task " + task + " --model DIR DIR/onnx";
    }
}
