/** How the page of findings calls things. */
import { plural } from '../shared/text/format.js';

const SEVERITIES = ['error', 'warning', 'note'];

/** A rule's name as a title. */
export const ruleTitle = (rule) => rule.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** For sorting: errors come before warnings, warnings before notes. */
export const bySeverity = (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

/** How far the check is, and what it counted. */
export function checkSummary({ state, files, entries }, findings) {
  if (state === 'checking') return files > 0 ? 'Checking again; these are from before.' : 'Checking the corpus…';
  if (state === 'failed') return 'The corpus could not be checked; the server’s log says why.';
  return `${plural(findings, 'finding', 'findings')} in ${plural(files, 'file', 'files')} with ${plural(entries, 'entry', 'entries')}.`;
}
