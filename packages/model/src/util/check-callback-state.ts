import { ModelError } from '../model-error.ts';

/** Throws a ModelError `corrupt-state` unless a callback can have kept what it is to go on from. */
export function checkCallbackState(callback: string, isGood: boolean): void {
  if (isGood) return;
  throw new ModelError(
    'corrupt-state',
    `fit: \`resumeFrom.callbacks.${callback}\` is damaged: it is not what ${callback} keeps`,
  );
}

/** Whether a value is a whole number of at least `min`. */
export function isCount(value: unknown, min = 0): boolean {
  return Number.isSafeInteger(value) && (value as number) >= min;
}
