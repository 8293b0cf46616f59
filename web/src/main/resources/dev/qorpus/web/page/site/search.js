/** Answers questions from the data of the site: by words, and by meaning as soon as its vectors are there. */
import { alone, denseScale, lexicalScale, opinion, pool } from './fusion.js';
import { embedder, entryVectors } from './meaning/vectors.js';
import { corrector } from './words/correction.js';
import { partsOf } from './words/identifiers.js';
import { boundOf, ceilingOf, lexicon } from './words/lexicon.js';
import { analysis, askedTerms, stemmedWords } from './words/question-terms.js';
import { folded, wordsOf } from './words/tokens.js';
import { vocabulary } from './words/vocabulary.js';

const SECTION_PRIOR = 0.3;
const LIKELY_SHARE = 0.1;
const RELATED_SHARE = 0.02;

/**
 * Reads the words and the entries.
 *
 * @param data what `data/words.js` and `data/entries.js` hold, and the numbers of word pieces, if there are any
 */
export function createSearch(data) {
  const words = lexicon(data);
  const known = read(data);
  const analyser = analysis(known, data.english, data.paired);
  const priors = data.entries.map(({ section }) => (section && data.mixed ? SECTION_PRIOR : 1));
  const everyone = data.entries.map((_, i) => i);
  const correct = corrector(vocabulary(words, analyser, (entry) => textsOf(data.entries[entry])), isWord(data.pieces));
  let meaning = null;

  function byWords(terms) {
    const { scores, terms: weighed } = words.score(terms);
    return opinion(scores, everyone.filter((entry) => scores[entry] > 0), priors,
      { minimum: 0, maximum: boundOf(weighed), scale: lexicalScale(ceilingOf(weighed)) });
  }

  function byMeaning(text) {
    const { scores, passages } = meaning.compare(meaning.embed(text));
    return { ...opinion(scores, everyone, priors, { minimum: -1, maximum: 1, scale: denseScale(meaning.deviation) }), passages };
  }

  /** The hits, best first: `{ entry, score, share, group, copies, words, meaning, passage, marks }`. */
  function ask(question, plain = false) {
    const asked = plain ? { text: question, corrections: [] } : correct(question);
    const terms = askedTerms(asked, analyser);
    const lexical = byWords(terms);
    const dense = meaning && byMeaning(asked.text);
    const candidates = dense ? pool(lexical, dense, priors, meaning.trust) : alone(lexical);
    const wanted = new Set(terms.filter(({ kind }) => kind !== 'written').map(({ label }) => label));
    return { hits: grouped(candidates, data.entries), corrections: asked.corrections, lexical, dense, marks: (any) => marksOf(any, wanted, analyser) };
  }

  /** From now on, questions are answered by meaning too. */
  function understand(vectors) {
    meaning = {
      trust: vectors.trust, deviation: vectors.deviation, embed: embedder(vectors, data.pieces),
      compare: entryVectors({ dimension: vectors.dimension, ...vectors.entries }),
    };
  }

  return { ask, understand, understands: () => meaning !== null };
}

/** A word that is one piece of the model is one of the language. Without a model, none is respelt. */
const isWord = (known) => (known ? (word) => known.has(folded(word)) : () => true);

const textsOf = ({ question, answer = '', place }) => [question, answer, ...place];

/** The forms of words by line, in the order of the words; `=` stands for the word itself. */
function read({ surfaces, forms }) {
  const all = forms.split('\n');
  return new Map(surfaces.split('\n').map((surface, i) => [surface, all[i] === '=' ? surface : all[i]]));
}

/** Puts entries with the same answer together, and tells likely hits from related ones and others. */
function grouped(candidates, entries) {
  const hits = [];
  const byAnswer = new Map();
  for (const candidate of candidates) {
    const { same } = entries[candidate.entry];
    const first = same === undefined ? undefined : byAnswer.get(same);
    if (first) {
      first.copies.push(candidate.entry);
      first.share += candidate.share;
    } else {
      const hit = { ...candidate, copies: [] };
      hits.push(hit);
      if (same !== undefined) byAnswer.set(same, hit);
    }
  }
  let end = hits.findIndex(({ share }) => share < RELATED_SHARE);
  if (end < 0) end = hits.length;
  let likely = hits.findIndex(({ share }) => share < LIKELY_SHARE);
  if (likely < 0) likely = hits.length;
  hits.forEach((hit, i) => { hit.group = i < likely ? 'likely' : i < end ? 'related' : 'rest'; });
  return hits;
}

/** The places of a question's words in a text, in order. */
function marksOf(text, wanted, analyser) {
  const has = ({ raw, forms }) => forms.some((form) => wanted.has(form))
    || partsOf(raw).flatMap(wordsOf).some((part) => analyser.formsOf(part.text).some((form) => wanted.has(`-${form}`)));
  return stemmedWords(text, analyser).filter(has).map(({ start, end }) => ({ start, end }));
}
