import { ModelError } from '../model-error.ts';

/** Throws a ModelError `bad-argument` unless the value is a typed array, of any realm. */
export function checkFloats(caller: string, name: string, value: Float32Array): void {
  if (ArrayBuffer.isView(value) && 'length' in value) return;
  const got = value === null ? 'null' : typeof value;
  throw new ModelError('bad-argument', `${caller}: \`${name}\` must be a Float32Array, got ${got}`);
}
