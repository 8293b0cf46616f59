/** The findings by rule, each with its meaning and how to fix it. */
import { listUnanswered } from '../judge/unanswered.js';
import { address } from '../shared/address.js';
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';
import { sourceLink } from '../shared/source-link.js';
import { bySeverity, checkSummary, ruleTitle } from './wording.js';

const AGAIN_MS = 700;
const PAGE = 100;

/** Asks for the findings. Resolves to a function that draws them. */
export async function open(state, signal) {
  const found = await ask(state.narrowed, 0, signal);
  return (section) => draw(section, state, found, signal);
}

const ask = (narrowed, offset, signal) =>
  api.findings({ ...Object.fromEntries(narrowed), offset, k: PAGE }, signal);

async function draw(section, state, found, signal) {
  document.title = 'Findings – Qorpus';
  section.setAttribute('aria-label', 'Findings');
  const status = el('p', { class: 'muted', role: 'status' });
  const body = el('div', {});
  section.replaceChildren(el('div', { class: 'findings' },
    el('h2', { tabindex: '-1' }, 'Findings'), status, body));
  fill(status, body, state, found, signal);
  listUnanswered(status, signal);
  let now = found;
  // The check continues in the server, and its findings are shown when they arrive.
  while (now.state === 'checking' && !signal.aborted) {
    await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    try {
      now = await ask(state.narrowed, 0, signal);
    } catch {
      return;
    }
    if (now.state !== 'checking' && !signal.aborted) fill(status, body, state, now, signal);
  }
}

function fill(status, body, state, found, signal) {
  const all = found.rules.reduce((sum, { count }) => sum + count, 0);
  status.textContent = checkSummary(found, all);
  const narrowed = state.narrowed.size > 0;
  body.replaceChildren(...[
    (all > 0 || narrowed) && filters(state, found),
    found.state === 'done' && all === 0 && !narrowed && el('p', { class: 'note' }, el('strong', {}, 'Nothing to fix.'),
      ' No rule of the check found anything in these files.'),
    found.state === 'done' && found.total === 0 && narrowed && el('p', { class: 'note' }, 'No finding of this kind here.'),
    ...groups(found),
    more(state, found, body, signal),
    found.notes.map((note) => el('p', { class: 'muted' }, note)),
  ].flat().filter(Boolean));
}

/** Links, so that filters can be opened, shared and left with Back. */
function filters({ narrowed }, { rules, inFiles }) {
  const to = (name, value) => {
    const next = new Map(narrowed);
    if (value) next.set(name, value);
    else next.delete(name);
    return address({ view: 'findings', narrowed: next });
  };
  const choice = (name, value, label, count) => {
    const chosen = (narrowed.get(name) ?? '') === value;
    const href = to(name, value);
    return el('li', {}, el('a', { href, 'data-go': href, 'aria-current': chosen && 'true' }, label,
      count !== undefined && el('span', { class: 'count' }, ` ${count}`)));
  };
  const row = (name, label, values) => values.length > 1 || narrowed.has(name) ? el('div', { class: 'choose' },
    el('h3', { id: `by-${name}` }, label),
    el('ul', { 'aria-labelledby': `by-${name}` }, choice(name, '', 'All'), values)) : null;
  return [
    row('rule', 'By rule', rules.map(({ rule, count }) => choice('rule', rule, ruleTitle(rule), count))),
    row('file', 'By file', inFiles.map(({ file, count }) => choice('file', file, file, count))),
  ];
}

function groups({ findings, rules }) {
  return rules.filter(({ rule }) => findings.some((finding) => finding.rule === rule))
    .sort(bySeverity)
    .map((rule) => el('section', { class: 'rule', 'data-rule': rule.rule, 'aria-label': ruleTitle(rule.rule) },
      el('h3', {}, ruleTitle(rule.rule), el('span', { class: `severity ${rule.severity}` }, rule.severity),
        el('span', { class: 'count' }, ` ${rule.count}`)),
      el('p', { class: 'meaning' }, rule.description),
      el('p', { class: 'mend' }, el('strong', {}, 'To fix: '), rule.help),
      el('ol', {}, findings.filter((finding) => finding.rule === rule.rule).map(drawFinding))));
}

function drawFinding({ file, line, id, message, related = [] }) {
  return el('li', {}, sourceLink({ file, line, id }), el('span', { class: 'message' }, message,
    related.length > 0 && el('span', { class: 'muted' }, ' See ', related.slice(0, 5).flatMap((other, i) => [i > 0 && ', ', sourceLink(other)]),
      related.length > 5 && ` and ${related.length - 5} more`)));
}

/** Adds the next hundred. */
function more(state, found, body, signal) {
  const shown = found.offset + found.findings.length;
  if (found.total <= shown) return null;
  const button = el('button', { type: 'button', class: 'example' }, `Show ${Math.min(PAGE, found.total - shown)} more of ${found.total - shown}`);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const next = await ask(state.narrowed, shown, signal);
      if (signal.aborted) return;
      const drawn = groups(next);
      button.replaceWith(...[...drawn, more(state, next, body, signal)].filter(Boolean));
      drawn[0]?.querySelector('a, h3')?.focus?.();
    } catch (error) {
      button.disabled = false;
      button.after(el('p', { class: 'problem' }, error.message));
    }
  });
  return button;
}
