/**
 * Keeps what is asked in the address, so that a question can be linked to,
 * reloaded and gone back to.
 */
export const DEFAULT_MODE = 'hybrid';
/** Pages of the page, each with what narrows it. */
const VIEWS = { topics: [], findings: ['rule', 'file'], evaluation: ['of', 'modes', 'one', 'other'], status: [] };
const MODES = ['hybrid', 'lexical', 'dense', 'compare'];

/** What an address asks: `{ q, mode, filters: Map of a field to its values, entry, view, narrowed: Map, modes }`. */
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
    entry: params.get('entry') ?? '',
    // What is compared, where it is not the usual.
    modes: mode === 'compare' ? (params.get('modes') ?? '').split(',').filter(Boolean) : [],
    view,
    narrowed: new Map((VIEWS[view] ?? []).filter((name) => params.get(name)).map((name) => [name, params.get(name)])),
  };
}

/** Whether a question is asked within a view, and does not lead away from it. */
export const keepsQuestion = (view) => view === 'topics';

/** The address that asks this; relative, as the page does not know where it is served. */
export function address({ q = '', mode = DEFAULT_MODE, filters = new Map(), entry = '', view = '', narrowed = new Map(), modes = [] }) {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  else if (entry) params.set('entry', entry);
  if (view && (!(q || entry) || (q && keepsQuestion(view)))) {
    [['view', view], ...narrowed].forEach(([name, value]) => params.set(name, value));
  }
  if (mode !== DEFAULT_MODE) params.set('mode', mode);
  if (mode === 'compare' && modes.length) params.set('modes', modes.join(','));
  for (const [field, values] of filters) for (const value of values) params.append('filter', `${field}=${value}`);
  // A bare "=" is legal inside a value and far easier to read and to type.
  const text = params.toString().replaceAll('%3D', '=').replaceAll('%2C', ',');
  return location.pathname + (text && `?${text}`);
}

const current = () => location.pathname + location.search;
/** Whether the question in the address is being typed. */
export const isDraft = () => history.state?.draft === true;

/** While typing: one history entry is rewritten, and never one that was committed. */
export function draft(state) {
  const next = address(state);
  if (next === current()) return;
  if (isDraft()) history.replaceState({ draft: true }, '', next);
  else history.pushState({ draft: true }, '', next);
}

/** The question is meant: what is typed next gets a history entry of its own. */
export function commit(state) {
  const next = address(state);
  if (isDraft()) history.replaceState(null, '', next);
  else if (next !== current()) history.pushState(null, '', next);
}

/** A step from a question to another view of it, which Back must undo alone. */
export function step(state) {
  if (isDraft()) history.replaceState(null, '');
  commit(state);
}
