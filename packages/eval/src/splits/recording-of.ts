import { checkObject } from '../util/check-objects.ts';
import type { Row } from './row.ts';

/**
 * The recording that a row's clip holds: what no honest split has on two sides.
 *
 * @throws {EvaluationError} `bad-argument` unless `row` is an object.
 *
 * @example
 * assertDisjoint(split, rows.map(recordingOf)); // throws where a recording leaks
 */
export function recordingOf(row: Pick<Row, 'recording' | 'clip'>): string {
  checkObject('recordingOf', 'row', row);
  return row.recording ?? row.clip;
}
