/** Searches, and shows the hits with everything that is said about them. */
import { list, notice, showPane, showSummary } from '../shared/panes.js';
import * as api from '../shared/server/api.js';
import { answerKind } from '../shared/text/answer-kind.js';
import { plural } from '../shared/text/format.js';
import * as filters from './filters.js';
import { drawHits, shownHits, unfold } from './hits.js';
import { endList } from './list-end.js';
import { drawDegraded, drawNearSections, drawNoMatch, drawUnanswered } from './notices.js';
import { drawUnderstanding } from './understanding.js';

/** How long the hits wait for the first answer. If it comes in time, both are shown at once and nothing moves. */
const TOGETHER_MS = 60;
/** From this confidence on the first answer is unfolded: it is at least as likely to be right as wrong. */
const UNFOLDED_FROM = 0.5;

const isLikely = ({ answered, confidence, hits }) => answered && confidence >= UNFOLDED_FROM && hits[0]?.answered;

/** Asks for the hits. The answer of a first hit that is likely right is fetched too. */
export async function search(state, signal) {
  const found = await api.search(state, signal, { facets: filters.isOpen() });
  if (isLikely(found)) {
    const [first] = found.hits;
    first.entry = api.answer(first, found.query, signal).catch(() => null);
    await Promise.race([first.entry, new Promise((resolve) => setTimeout(resolve, TOGETHER_MS))]);
  }
  return found;
}

/** Shows the hits. Further ones are asked for with the same signal. */
export function showHits(found, state, signal) {
  const { hits } = found;
  const kind = answerKind(found);
  const walking = list.contains(document.activeElement);
  showPane('results', state);
  drawHits(list, found, kind === 'near');
  if (found.facets) filters.show(found.facets);
  // The focus was on an earlier hit: it goes to the first new one.
  if (walking) list.firstElementChild?.focus({ preventScroll: true });
  if (isLikely(found)) unfold(list.firstElementChild);
  showNotices(found, kind, state);
  const summarise = () => { if (hits.length > 0) showSummary(countOf(found, shownHits(list)), figuresOf(found), state); };
  endList(found, state, signal, kind === 'near', summarise);
  summarise();
}

function showNotices(found, kind, state) {
  const { hits, degraded } = found;
  if (hits.length === 0) drawNoMatch(notice, state);
  else if (kind !== 'answer') drawUnanswered(notice, kind);
  if (degraded) drawDegraded(notice, degraded);
  if (kind === 'near' && hits.length > 0) drawNearSections(notice, hits, state);
  drawUnderstanding(notice, found, state);
}

const countOf = ({ total }, shown) => (total > shown
  ? `${shown} of ${plural(total, 'entry', 'entries')}` : plural(shown, 'entry', 'entries'));

const figuresOf = ({ confidence, tookMillis }) => [
  Number.isFinite(confidence) && `confidence ${Math.round(confidence * 100)}\u00a0%`,
  `${Math.round(tookMillis)}\u00a0ms`,
].filter(Boolean).join(' · ');
