import type { Row } from './row.ts';

/**
 * The recording that a row's clip holds: what no honest split has on two sides.
 *
 * @example
 * assertDisjoint(split, rows.map(recordingOf)); // throws where a recording leaks
 */
export function recordingOf({ recording, clip }: Pick<Row, 'recording' | 'clip'>): string {
  return recording ?? clip;
}
