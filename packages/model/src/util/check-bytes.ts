import { ModelError } from '../model-error.ts';

/** Throws a ModelError `bad-argument` unless the value is a Uint8Array, of any realm. */
export function checkBytes(caller: string, name: string, value: Uint8Array): void {
  if (ArrayBuffer.isView(value) && value.BYTES_PER_ELEMENT === 1) return;
  const got = value === null ? 'null' : typeof value;
  throw new ModelError('bad-argument', `${caller}: \`${name}\` must be a Uint8Array, got ${got}`);
}
