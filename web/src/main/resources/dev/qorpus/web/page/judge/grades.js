/** The grades of a hit, and what can be undone. */

/** The grades in the order of their keys, 1 to 3, each with its words, a short sign, and what is said of it. */
export const GRADES = [
  { grade: 'answers', label: 'Answers it', sign: '✓', said: 'Judged: it answers the question.' },
  { grade: 'partly', label: 'Partly', sign: '≈', said: 'Judged: it answers a part of the question.' },
  { grade: 'no', label: 'No', sign: '✕', said: 'Judged: it does not answer the question.' },
];

export const NONE = 'none';

/** How many judgments can be undone. */
const KEPT = 100;

/** The grade of a key; undefined for any other key. */
export const gradeOfKey = (key) => (/^[1-3]$/.test(key) ? GRADES[key - 1].grade : undefined);

/** Choosing the grade that a hit has takes it back. */
export const chosen = (now, grade) => (now === grade ? NONE : grade);

export const said = (grade) => GRADES.find((one) => one.grade === grade)?.said ?? 'The judgment is taken back.';

/** Keeps a judgment, so that it can be undone. */
export function keep(done, judgment) {
  done.push(judgment);
  if (done.length > KEPT) done.shift();
}

/** The request that undoes a judgment. The server refuses it if someone judged again since. */
export const undoing = ({ q, id, grade, before }) => ({ q, id, grade: before, was: grade });
