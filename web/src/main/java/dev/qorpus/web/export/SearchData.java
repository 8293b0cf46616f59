package dev.qorpus.web.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What {@code data/words.js} holds. */
record SearchData(@JsonUnwrapped WordsData words, @JsonUnwrapped SurfacesData surfaces) {}
