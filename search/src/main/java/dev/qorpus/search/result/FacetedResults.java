package dev.qorpus.search.result;

/** The answer to a query, and how it spreads over the values that it could be narrowed by. */
public record FacetedResults(Results results, Facets facets) {}
