/** Searches, and shows the hits with everything that is said about them. */
import { isDraft } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import { forgetList } from '../shared/kept-list.js';
import { list, notice, showPane, showSummary } from '../shared/panes.js';
import * as api from '../shared/server/api.js';
import { answerKind } from '../shared/text/answer-kind.js';
import { plural } from '../shared/text/format.js';
import * as filters from './filters.js';
import { drawHits, shownHits, unfold } from './hits.js';
import { endList } from './list-end.js';
import { entriesWith } from './one-word.js';
import { drawDegraded, drawNearSections, drawNoMatch, drawUnanswered } from './notices.js';
import { drawUnderstanding } from './understanding.js';

/** How long the hits wait for the first answer. If it comes in time, both are shown at once and nothing moves. */
const TOGETHER_MS = 60;
/** A pause of this length while typing means that the question is asked. Until then nothing is said of what may not be the question. */
const ASKED_MS = 900;
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

/**
 * Shows the hits. Further ones are asked for with the same signal. That nothing answers is said of a question that was sent, or
 * after a pause: then in the line of counts, so that nothing moves under the reader.
 */
export function showHits(found, state, signal) {
  const { hits } = found;
  const kind = answerKind(found);
  const walking = list.contains(document.activeElement);
  forgetList();
  showPane('results', state);
  drawHits(list, found, state, kind === 'near');
  if (found.facets) filters.show(found.facets);
  // The focus was on an earlier hit: it goes to the first new one.
  if (walking) list.firstElementChild?.focus({ preventScroll: true });
  if (isLikely(found)) unfold(list.firstElementChild);
  const typing = isDraft();
  let about = '';
  const summarise = () => {
    if (hits.length > 0) showSummary(about || countOf(found, shownHits(list)), figuresOf(found, kind), state);
  };
  showNotices(found, kind, state);
  endList(found, state, signal, kind === 'near', summarise);
  summarise();
  if (kind === 'near' && hits.length > 0) {
    whenAsked(typing, signal, async () => {
      about = await entriesWith(state, signal).catch(() => '');
      if (signal.aborted) return;
      if (!about) sayUnanswered(hits, state, typing);
      if (about || typing) {
        about ||= 'Probably nothing here answers that. The nearest:';
        summarise();
      }
    });
  }
}

function whenAsked(typing, signal, say) {
  if (!typing) return say();
  const waiting = setTimeout(say, ASKED_MS);
  signal.addEventListener('abort', () => clearTimeout(waiting));
}

function sayUnanswered(hits, state, typing) {
  list.classList.add('unsure');
  if (typing) return;
  const understood = [...notice.childNodes];
  drawUnanswered(notice, 'near');
  drawNearSections(notice, hits, state);
  notice.append(...understood);
}

function showNotices(found, kind, state) {
  const { hits, degraded } = found;
  if (hits.length === 0) drawNoMatch(notice, state);
  else if (kind === 'question') drawUnanswered(notice, kind);
  if (degraded) drawDegraded(notice, degraded);
  drawUnderstanding(notice, found, state);
}

const countOf = ({ total }, shown) => (total > shown
  ? `${shown} of ${plural(total, 'entry', 'entries')}` : plural(shown, 'entry', 'entries'));

/** The probability that the first hit is right, in words from its least. */
const LIKELY = [[UNFOLDED_FROM, 'Likely right'], [0, 'Possibly right']];

function figuresOf({ confidence, tookMillis }, kind) {
  const [, words] = LIKELY.find(([least]) => confidence >= least) ?? [];
  const likely = words && kind === 'answer' && el('span', { class: 'confidence',
    title: 'How likely the first entry answers: of first entries shown with 80\u00a0%, about eight in ten are right.' },
  `${words}, ${Math.round(confidence * 100)}\u00a0%`);
  return [likely, likely && ' · ', `${Math.round(tookMillis)}\u00a0ms`];
}
