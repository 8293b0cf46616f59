/** Judging in place: buttons beside hits, keys, undo, and the count. Nothing of it is seen without `serve --judge`. */
import * as api from '../shared/server/api.js';
import { drawButtons, press } from './buttons.js';
import { change, useKey } from './change.js';
import { drawCount } from './count.js';
import { chosen, gradeOfKey, keep, NONE, said, undoing } from './grades.js';
import { message } from './message.js';
import { noteFrom } from './unanswered.js';

/** How long a question stays before its judgments are asked for: not at every key. */
const SETTLED_MS = 120;

/** `null` until the server has said whether hits are judged. */
let on = null;
/** A question, the grades that the server told, and those given here since: an answer on its way may be older. */
const asked = (q) => ({ q, told: new Map(), given: new Map() });
let shown = asked('');
/** Judgments are sent one after the other, in the order in which they were made. */
let sending = Promise.resolve();
let settling = 0;
const done = [];

const groups = (id) => [...document.querySelectorAll('.judge')].filter((group) => !id || group.dataset.judged === id);
const gradeOf = (id) => shown.given.get(id) ?? shown.told.get(id) ?? NONE;

/** The buttons of a hit of a question; none where hits are not judged. */
export function judgeButtons(q, hit, compact = false) {
  if (on === false) return null;
  if (q !== shown.q) {
    shown = asked(q);
    if (on) ask();
  }
  const group = drawButtons(hit, compact);
  group.hidden = !on;
  press(group, gradeOf(hit.id));
  return group;
}

/** Asks for the judgments of the question shown. */
function ask() {
  clearTimeout(settling);
  settling = setTimeout(async () => {
    const { q } = shown;
    const { grades, questions, collection } = await api.judgments(q).catch(() => ({}));
    if (!grades || q !== shown.q) return;
    shown.told = new Map(Object.entries(grades));
    groups().forEach((group) => press(group, gradeOf(group.dataset.judged)));
    if (shown.given.size === 0) drawCount(questions, collection);
  }, SETTLED_MS);
}

function mark(q, id, grade) {
  if (q !== shown.q) return;
  shown.given.set(id, grade);
  groups(id).forEach((group) => press(group, grade));
}

function judge(id, grade) {
  const { q } = shown;
  const before = gradeOf(id);
  const next = chosen(before, grade);
  // At once; if the server refuses, it is taken back.
  mark(q, id, next);
  sending = sending.then(async () => {
    try {
      const written = await change('api/judgments', { q, id, grade: next });
      keep(done, { q, id, grade: next, before: written.before });
      drawCount(written.questions);
      message(said(next), undo);
    } catch (error) {
      mark(q, id, before);
      message(error.message);
    }
  });
}

function undo() {
  const last = done.pop();
  if (!last) return;
  sending = sending.then(async () => {
    try {
      const { questions } = await change('api/judgments', undoing(last));
      mark(last.q, last.id, last.before);
      drawCount(questions);
      message(last.before === NONE ? 'The judgment is undone.' : 'The judgment before is back.', done.length ? undo : null);
    } catch (error) {
      message(error.message);
    }
  });
}

function pressedKey(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.('input, select, textarea')) return;
  const group = event.target.closest?.('.hit, .column li')?.querySelector('.judge');
  const grade = gradeOfKey(event.key);
  if (grade && group) judge(group.dataset.judged, grade);
  else if (event.key === 'u' && done.length) undo();
  else return;
  event.preventDefault();
}

/** Asks whether hits are judged here. Those that are shown already get their buttons. */
export async function startJudging() {
  const stand = await api.judgments('').catch(() => ({ judging: false, noting: false }));
  useKey(stand.key);
  noteFrom(stand.noting);
  on = stand.judging;
  if (!on) return groups().forEach((group) => group.remove());
  document.addEventListener('keydown', pressedKey);
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-grade]');
    if (button) judge(button.parentElement.dataset.judged, button.dataset.grade);
  });
  groups().forEach((group) => { group.hidden = false; });
  drawCount(stand.questions, stand.collection);
  if (shown.q) ask();
}
