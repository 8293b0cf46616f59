/** The status: the index, its models, latencies, and the process. */
import { el } from '../shared/dom/elements.js';
import * as api from '../shared/server/api.js';
import { bytes, duration, millis, plural } from '../shared/text/format.js';

const AGAIN_MS = 5000;
// Only these routes; files are left out.
const ASKED = /^\/(api|corpus)\//;

/** Asks for the status. Resolves to a function that draws it. */
export async function open(state, signal) {
  const status = await api.status(signal);
  return (section) => show(section, status, signal);
}

async function show(section, first, signal) {
  document.title = 'Status – Qorpus';
  section.setAttribute('aria-label', 'Status');
  const body = el('div', {});
  section.replaceChildren(el('div', { class: 'status' }, el('h2', { tabindex: '-1' }, 'Status'), body));
  draw(body, first);
  while (!signal.aborted) {
    await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    if (signal.aborted || document.hidden || body.contains(document.activeElement) || selected(body)) continue;
    try {
      draw(body, await api.status(signal));
    } catch {
      return;
    }
  }
}

/** A refresh must not remove a selection of text. */
const selected = (body) => {
  const selection = getSelection();
  return !selection.isCollapsed && body.contains(selection.anchorNode);
};

function draw(body, status) {
  body.replaceChildren(
    group('Index', index(status)),
    ...table('Models', ['model', 'dimension', 'vectors per entry', 'SHA-256'], status.spaces.map((space) =>
      [space.model, space.dimension, bytes(space.bytesPerEntry), el('code', { title: space.checksum }, space.checksum)])),
    ...types(status),
    ...table('Latency of the last ten minutes', ['route', 'requests', 'median', '99th percentile', 'longest'],
      status.latencies.filter(({ route }) => ASKED.test(route)).map((route) =>
        [el('code', {}, route.route), route.count, millis(route.p50Millis), millis(route.p99Millis), millis(route.maxMillis)])),
    group('Program', program(status.process, status.version)));
}

function index({ counts, modes, passages, bytes: size, indexedAt, schemaVersion, analysis, digest }) {
  const at = new Date(indexedAt);
  return [
    ['entries', `${counts.entries.toLocaleString('en')}${counts.unanswered ? `, ${counts.unanswered} without an answer` : ''}`],
    ['passages', passages.toLocaleString('en')],
    ['files', counts.files.toLocaleString('en')],
    ['on disk', bytes(size)],
    ['published', [el('time', { datetime: indexedAt }, at.toLocaleString('en-GB')), `, ${duration((Date.now() - at) / 1000)} ago`]],
    ['modes', modes.join(', ')],
    ['schema', `version ${schemaVersion}, analysis ${analysis}`],
    ['digest', el('code', {}, digest)],
  ];
}

function types({ values }) {
  const rows = Object.entries(values.type ?? {}).sort(([, a], [, b]) => b - a).slice(0, 20);
  return rows.length > 0 ? table('Entries by type', ['type', 'entries'], rows) : [];
}

const program = ({ uptimeSeconds, jdk, system, processors, heapUsed, heapMax, resident }, version) => [
  ['Qorpus', version],
  ['up for', duration(uptimeSeconds)],
  ['memory', resident === undefined ? 'the system does not say' : bytes(resident)],
  ['heap', `${bytes(heapUsed)} of at most ${bytes(heapMax)}`],
  ['JDK', jdk],
  ['system', `${system}, ${plural(processors, 'processor', 'processors')}`],
  ['for Prometheus', el('a', { href: 'metrics' }, '/metrics')],
];

const group = (name, rows) => el('section', { 'aria-label': name }, el('h3', {}, name),
  el('dl', {}, rows.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, ...[value].flat())))));

function table(name, columns, rows) {
  if (rows.length === 0) return [];
  return [el('section', { 'aria-label': name }, el('h3', {}, name),
    el('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': name }, el('table', {},
      el('thead', {}, el('tr', {}, columns.map((column) => el('th', { scope: 'col' }, column)))),
      el('tbody', {}, rows.map(([first, ...rest]) => el('tr', {}, el('th', { scope: 'row' }, first), rest.map((cell) => el('td', {}, cell))))))))];
}
