/** How modes are called on the pages. */
const NAMES = { lexical: 'Lexical', dense: 'Dense', hybrid: 'Hybrid' };

export const modeName = (mode) => NAMES[mode] ?? mode;
