import { TF_NAMES } from '../tfjs.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';

/** @throws {WasmTrainingError} `bad-argument` when `value` is not a whole number ≥ `min`. */
export function checkInteger(caller: string, name: string, value: number, min: number): void {
  if (Number.isInteger(value) && value >= min) return;
  throw new WasmTrainingError(
    'bad-argument',
    `${caller}: \`${name}\` must be a whole number ≥ ${min}, got ${value}`,
  );
}

/**
 * A default import of tfjs is undefined outside of Node, and a build of one's own may lack parts.
 *
 * @throws {WasmTrainingError} `bad-argument` when `value` is not tfjs.
 */
export function checkTfjs(caller: string, name: string, value: unknown): void {
  const given = value as Record<string, unknown> | undefined | null;
  const missing = Object.keys(TF_NAMES).find((each) => given?.[each] === undefined);
  if (missing === undefined) return;
  const got = typeof given === 'object' && given ? `one without \`${missing}\`` : String(given);
  throw new WasmTrainingError(
    'bad-argument',
    `${caller}: \`${name}\` must be tfjs, as in import * as tf from '@tensorflow/tfjs-core', ` +
      `got ${got}`,
  );
}
