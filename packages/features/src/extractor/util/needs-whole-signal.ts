import type { FeatureError } from '../../feature-error.ts';
import { badArgument } from '../../util/checks.ts';

/** The error for an option whose value, or whose default, is taken from the whole signal. */
export function needsWholeSignal(path: string, expected: string, value: unknown): FeatureError {
  const why = `${expected} (the default is taken from the whole signal)`;
  return badArgument('createFrameStream', path, why, value);
}
