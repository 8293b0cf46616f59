/** How modes are called on the pages. */
const NAMES = { lexical: 'Lexical', dense: 'Dense', hybrid: 'Hybrid' };

export const nameOf = (mode) => NAMES[mode] ?? mode;
