import { badArgument, checkPositive } from '../../util/checks.ts';
import { MAX_LENGTH } from '../../util/limits.ts';

/** The fewest samples of a frame in which a period can be found. */
const LEAST_FRAME = 4;

/**
 * Throws unless a lowest pitch is above 0 and leaves frames that can be analysed.
 *
 * @param periods Longest periods that a frame holds.
 */
export function checkPitchFloor(
  caller: string,
  value: unknown,
  sampleRate: number,
  periods: number,
): void {
  checkPositive(caller, 'pitchFloor', value);
  const samples = (sampleRate * periods) / Number(value);
  if (samples >= LEAST_FRAME && samples <= MAX_LENGTH && sampleRate / Number(value) >= LEAST_FRAME)
    return;
  const lowest = (sampleRate * periods) / MAX_LENGTH;
  const highest = (sampleRate * Math.min(1, periods)) / LEAST_FRAME;
  throw badArgument(caller, 'pitchFloor', `in [${lowest}, ${highest}]`, value);
}

/** Throws unless `value` is at least as long as a sample, in seconds. */
export function checkTimeStep(caller: string, value: number, sampleRate: number): void {
  checkPositive(caller, 'timeStep', value);
  if (value * sampleRate >= 1) return;
  throw badArgument(caller, 'timeStep', `at least a sample, ${1 / sampleRate} s`, value);
}
