package dev.qorpus.web.json;

import java.util.List;

/**
 * The neighbours of an entry or of a text in few words, for agents.
 *
 * @param of the id of the entry, or the text
 */
public record NeighboursView(String of, List<AnswersView.BriefHitView> hits) {}
