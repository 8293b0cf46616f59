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
 * Lists of questions that nobody has answered. The code under one of them ("Make this work: …") is what it asks
 * about, not its answer.
 */
record ListedTasks(SourceText source) {

    /** The questions with such code as their own words; the same questions if theirs is a list with answers. */
    List<SourceRegion> of(List<SourceRegion> questions) {
        long silent = questions.stream().filter(question -> source.slice(question.start(), question.end()).isBlank())
                .count();
        if (2 * silent < questions.size()) {
            return questions;
        }
        List<SourceRegion> tasks = new ArrayList<>();
        questions.forEach(question -> tasks.add(withCode(question)));
        return tasks;
    }

    private SourceRegion withCode(SourceRegion stretch) {
        QuestionMarker item = stretch.question();
        if (item == null || item.form() != Form.ITEM || stretch.start() == stretch.end()) {
            return stretch;
        }
        Node body = Markdown.parse(source.unnested(stretch.start(), stretch.end(), item.nesting()));
        StringBuilder code = new StringBuilder(item.words().question());
        for (Node block : Blocks.children(body)) {
            switch (block) {
                case FencedCodeBlock fenced -> code.append(' ').append(line(fenced.getLiteral()));
                case IndentedCodeBlock indented -> code.append(' ').append(line(indented.getLiteral()));
                default -> {
                    return stretch;
                }
            }
        }
        QuestionMarker asking = item.withWords(item.words().withQuestion(code.toString()));
        return SourceRegion.of(asking, stretch.section(), stretch.end(), stretch.end());
    }

    /** A question is one line. */
    private static String line(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
