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
 * A default import of tfjs is undefined outside of Node.
 *
 * @throws {WasmTrainingError} `bad-argument` when `value` is not tfjs.
 */
export function checkTfjs(caller: string, name: string, value: unknown): void {
  if (typeof (value as { getKernel?: unknown } | undefined)?.getKernel === 'function') return;
  throw new WasmTrainingError(
    'bad-argument',
    `${caller}: \`${name}\` must be tfjs, as in import * as tf from '@tensorflow/tfjs', ` +
      `got ${typeof value}`,
  );
}
