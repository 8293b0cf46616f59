package dev.qorpus.models.recipe;

/**
 * How a model that was made for late interaction reads texts (Khattab and Zaharia 2020): a marker behind the first special
 * token says whether a text is a question or a passage, and a question is filled up with mask tokens, whose vectors count as
 * further words.
 *
 * @param query the token id of the marker of questions
 * @param passage the token id of the marker of passages
 * @param queryLength a shorter question is filled up to so many tokens; 0 if none is
 * @param mask the token id of the mask
 * @param attended whether the other tokens see the mask tokens
 */
public record LateRecipe(long query, long passage, int queryLength, long mask, boolean attended) {}
