/**
 * Loads the data of the site: scripts that hand over one value each. A page that was opened from a file may load scripts,
 * and nothing else.
 */

const waiting = new Map();
const loading = new Map();

/** Called by each script of data. */
window.qorpusData = (name, value) => waiting.get(name)?.(value);

/** Resolves to the value of a script, which is loaded once. */
export function load(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = Object.assign(document.createElement('script'), { src: `data/${name}.js` });
      script.addEventListener('error', () => {
        loading.delete(name);
        reject(new Error(`data/${name}.js cannot be loaded; export the site again`));
      });
      document.head.append(script);
    }));
  }
  return loading.get(name);
}

/** The words of the corpus and what hits show; the numbers of word pieces, if the site has them. */
export async function loadWords(withPieces) {
  const [words, entries, pieces] = await Promise.all([load('words'), load('entries'), withPieces && load('pieces')]);
  return { ...words, ...entries, pieces: pieces && new Map(pieces.split('\n').map((piece, i) => [piece, i])) };
}

/** The vectors of entries and of word pieces, in as many scripts as `parts` says. */
export async function loadMeaning(parts) {
  const [meaning, ...tables] = await Promise.all([load('meaning'),
    ...Array.from({ length: parts }, (_, i) => load(`pieces-${i + 1}`))]);
  return { ...meaning, rows: tables.join('') };
}
