/** An evaluation as sections: figures, significance, differences by question, calibration, misses. */
import { el } from '../shared/dom/elements.js';
import { modeName } from '../shared/text/mode-names.js';
import { drawReliability } from './charts.js';
import { drawMisses } from './misses.js';
import { drawModeDiff } from './mode-diff.js';
import { drawBins, drawFigures, drawPairs } from './tables.js';

/**
 * The sections. `links` makes links: `question(text, ...modes)` and `entry(id)` are elements, `follow(text, ...modes)` opens
 * one, if it is there. `pair` are the two modes to compare first, and `paired` gets a new choice.
 */
export function drawReport(evaluation, links, pair = {}, paired = () => {}) {
  const modes = Object.keys(evaluation.modes);
  const usual = modes.includes('hybrid') ? 'hybrid' : modes.at(-1);
  return [
    section('figures', 'Figures', drawFigures('h-figures', evaluation),
      figuresNotes(evaluation).map((note) => el('p', { class: 'muted' }, note))),
    modes.length > 1 && section('significance', 'Is the difference chance?', drawPairs('h-significance', evaluation.significance),
      el('p', { class: 'muted' }, 'nDCG@10, Fisher’s randomisation test, two-sided, 10,000 permutations. '
        + 'Below p = 0.05 it is hardly chance.')),
    modes.length > 1 && modeDiff(evaluation, modes, links, pair, usual, paired),
    calibration(evaluation, modes, usual),
    misses(evaluation, modes, usual, links),
  ].filter(Boolean);
}

const section = (name, title, ...content) =>
  el('section', { class: name }, el('h3', { id: `h-${name}` }, title), ...content);

const figuresNotes = ({ unanswerable }) => [
  'Means over the questions that something answers. Of errors, time and size, less is better.', unanswerable
  ? '“Rightly refused” are those of the other questions that were called unanswered, “wrongly refused” those that something answers.'
  : '“Wrongly refused” are those that were called unanswered.'];

function select(name, label, modes, chosen, changed) {
  const node = el('select', { name }, modes.map((mode) => el('option', { value: mode, selected: mode === chosen }, modeName(mode))));
  node.addEventListener('change', (event) => {
    // The form of the question also listens for changes.
    event.stopPropagation();
    changed(node.value);
  });
  return el('label', {}, `${label} `, node);
}

function modeDiff(evaluation, modes, links, pair, usual, paired) {
  const asked = (mode, otherwise) => (modes.includes(mode) ? mode : otherwise);
  const now = { one: asked(pair.one, usual) };
  now.other = asked(pair.other, modes.find((mode) => mode !== now.one));
  const at = el('div', {});
  const show = () => drawModeDiff(at, evaluation, now.one, now.other, links);
  const choose = (name) => (mode) => {
    now[name] = mode;
    paired(now);
    show();
  };
  show();
  return section('mode-diff', 'Question by question', el('p', { class: 'between' },
    select('one', 'Compare', modes, now.one, choose('one')), select('other', 'with', modes, now.other, choose('other'))), at);
}

function calibration({ modes: found }, modes, usual) {
  const at = el('div', { class: 'calibrated' });
  const show = (mode) => {
    const bins = found[mode].reliability.filter(({ questions }) => questions > 0);
    at.replaceChildren(
      drawReliability(bins, `Share of right first hits by confidence, ${modeName(mode)}; the table has the figures`),
      drawBins('h-calibration', bins));
  };
  show(usual);
  return section('calibration', 'Can confidence be believed?',
    el('p', { class: 'between' }, select('believed', 'Mode', modes, usual, show)), at,
    el('p', { class: 'muted' }, 'Of first hits shown with confidence p, a share of p should be right: on the dashed line.'));
}

function misses({ misses: found }, modes, usual, links) {
  const at = el('div', { 'aria-live': 'polite' });
  const show = (mode) => at.replaceChildren(...drawMisses(found[mode] ?? [], mode, links));
  show(usual);
  return section('missed', 'Misses', el('p', { class: 'between' }, select('missed', 'Mode', modes, usual, show)), at);
}
