package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;

/**
 * Handles lists of tasks without answers. Code under a task ("Make this work: …") belongs to the question and is not its
 * answer.
 */
record ListedTasks(SourceText source) {

    /** Moves code into the questions, unless most of the questions have answers. */
    List<SourceRegion> of(List<SourceRegion> questions) {
        long unanswered = questions.stream()
                .filter(question -> source.slice(question.start(), question.end()).isBlank())
                .count();
        if (2 * unanswered < questions.size()) {
            return questions;
        }
        List<SourceRegion> tasks = new ArrayList<>();
        questions.forEach(question -> tasks.add(withCode(question)));
        return tasks;
    }

    private SourceRegion withCode(SourceRegion region) {
        QuestionMarker item = region.question();
        if (item == null || item.form() != Form.ITEM || region.start() == region.end()) {
            return region;
        }
        Node body = Markdown.parse(source.unnested(region.start(), region.end(), item.nesting()));
        StringBuilder code = new StringBuilder(item.words().question());
        for (Node block : Blocks.children(body)) {
            switch (block) {
                case FencedCodeBlock fenced -> code.append(' ').append(line(fenced.getLiteral()));
                case IndentedCodeBlock indented -> code.append(' ').append(line(indented.getLiteral()));
                default -> {
                    return region;
                }
            }
        }
        QuestionMarker asking = item.withWords(item.words().withQuestion(code.toString()));
        return SourceRegion.of(asking, region.section(), region.end(), region.end());
    }

    /** A question is a single line. */
    private static String line(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
