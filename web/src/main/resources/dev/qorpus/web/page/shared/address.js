/**
 * Keeps the state of the page in the address, so that links, reload and Back work.
 */
export const DEFAULT_MODE = 'hybrid';
/** The views, each with its parameters. */
const VIEWS = { topics: [], findings: ['rule', 'file'], evaluation: ['of', 'modes', 'one', 'other'], status: [] };
const MODES = ['hybrid', 'lexical', 'dense', 'compare'];
/** A part of an answer, as the server has it: the offsets of a passage. */
const PASSAGE = /^\d+-\d+$/;
/** Other ways to read a question: without operators, and without corrections. */
const READINGS = ['plain', 'typed'];

/** The state of an address: `{ q, mode, reading, filters: Map of a field to its values, entry, passage, view, narrowed: Map, modes }`. */
export function read(search = location.search) {
  const params = new URLSearchParams(search);
  const filters = new Map();
  for (const filter of params.getAll('filter')) {
    const cut = filter.indexOf('=');
    if (cut <= 0 || cut === filter.length - 1) continue;
    const [field, value] = [filter.slice(0, cut), filter.slice(cut + 1)];
    if (!filters.get(field)?.includes(value)) filters.set(field, [...filters.get(field) ?? [], value]);
  }
  const mode = params.get('mode');
  const view = Object.hasOwn(VIEWS, params.get('view')) ? params.get('view') : '';
  return {
    q: (params.get('q') ?? '').trim(),
    mode: MODES.includes(mode) ? mode : DEFAULT_MODE,
    filters,
    reading: READINGS.find((reading) => params.get(reading) === 'true') ?? '',
    entry: params.get('entry') ?? '',
    passage: PASSAGE.test(params.get('passage')) ? params.get('passage') : '',
    // The compared modes, if not the default ones.
    modes: mode === 'compare' ? (params.get('modes') ?? '').split(',').filter(Boolean) : [],
    view,
    narrowed: new Map((VIEWS[view] ?? []).filter((name) => params.get(name)).map((name) => [name, params.get(name)])),
  };
}

/** Whether a question stays in the view instead of leading to the hits. */
export const keepsQuestion = (view) => view === 'topics';

/**
 * The address of a state. It is relative, because the page does not know its host. With a question, that of an entry keeps
 * it, and the passage that answers it.
 */
export function address({
  q = '', mode = DEFAULT_MODE, filters = new Map(), reading = '', entry = '', passage = '', view = '', narrowed = new Map(), modes = [],
}) {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (entry) params.set('entry', entry);
  if (q && entry && passage) params.set('passage', passage);
  if (view && !(q && entry) && (!(q || entry) || (q && keepsQuestion(view)))) {
    [['view', view], ...narrowed].forEach(([name, value]) => params.set(name, value));
  }
  if (q && reading) params.set(reading, 'true');
  if (mode !== DEFAULT_MODE) params.set('mode', mode);
  if (mode === 'compare' && modes.length) params.set('modes', modes.join(','));
  for (const [field, values] of filters) for (const value of values) params.append('filter', `${field}=${value}`);
  // A bare "=" is legal in a value, and easier to read and to type.
  const text = params.toString().replaceAll('%3D', '=').replaceAll('%2C', ',');
  return location.pathname + (text && `?${text}`);
}

const current = () => location.pathname + location.search;
/** Whether the question in the address is still being typed. */
export const isDraft = () => history.state?.draft === true;

/** Writes the address while typing. It rewrites one history entry, and never a committed one. */
export function draft(state) {
  const next = address(state);
  if (next === current()) return;
  if (isDraft()) history.replaceState({ draft: true }, '', next);
  else history.pushState({ draft: true }, '', next);
}

/** Commits the question: the next one gets a history entry of its own. */
export function commit(state) {
  const next = address(state);
  if (isDraft()) history.replaceState(null, '', next);
  else if (next !== current()) history.pushState(null, '', next);
}

/** Leaves a history entry: Back scrolls to where the reader was. */
export function leave() {
  const { draft: typed, ...here } = history.state ?? {};
  history.replaceState({ ...here, scroll: scrollY }, '');
}

/** Marks a history entry as one that follows a list, to which Back returns. */
export const followList = () => history.replaceState({ followsList: true }, '');

export const followsList = () => history.state?.followsList === true;

/** Where the reader was in a history entry. */
export const leftAt = () => history.state?.scroll ?? 0;

/** Writes a step from a question to another view of it. Back undoes only this step. */
export function step(state) {
  if (isDraft()) history.replaceState(null, '');
  commit(state);
}
