/** The wording of the findings view. */
import { plural } from '../shared/text/format.js';

const SEVERITIES = ['error', 'warning', 'note'];

/** A rule's name as a title. */
export const ruleTitle = (rule) => rule.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** For sorting: errors come before warnings, warnings before notes. */
export const bySeverity = (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

/** The state of the check, and its counts. */
export function checkSummary({ state, files, entries }, findings) {
  if (state === 'checking') return files > 0 ? 'Checking again; these findings are from the last check.' : 'Checking the corpus…';
  if (state === 'failed') return 'The check failed; see the server’s log.';
  return `${plural(findings, 'finding', 'findings')} in ${plural(files, 'file', 'files')} with ${plural(entries, 'entry', 'entries')}.`;
}
