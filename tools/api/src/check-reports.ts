import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff } from 'node:util';

const ADVICE =
  'Look at it; if it is meant, run `npx -y pnpm@12 api`, commit what it writes, and add a changeset.';

/** How many lines of a change a message shows. */
const SHOWN = 30;

/**
 * Holds what the packages export against the committed reports.
 *
 * @throws Error that shows what changed, and says what to run
 */
export function checkReports(root: string, reports: ReadonlyMap<string, string>): void {
  const changes = [...reports].flatMap(([path, report]) => {
    const committed = readIfThere(join(root, path));
    return committed === report ? [] : [`${path}\n${changeOf(committed, report)}`];
  });
  if (changes.length === 0) return;
  throw new Error(`What packages export has changed. ${ADVICE}\n${changes.join('\n')}`);
}

/** A checkout on Windows may have other line ends. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}

/** The lines that went and came. */
function changeOf(before: string, after: string): string {
  const lines = diff(after.split('\n'), before.split('\n'))
    .filter(([operation]) => operation !== 0)
    .map(([operation, line]) => `${operation === 1 ? '+' : '-'} ${line}`);
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} lines more`] : [];
  return [...lines.slice(0, SHOWN), ...more].join('\n');
}
