/** The names of modes on the page. */
const NAMES = { lexical: 'Lexical', dense: 'Dense', hybrid: 'Hybrid' };

export const modeName = (mode) => NAMES[mode] ?? mode;
