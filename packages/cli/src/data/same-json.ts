import { isDeepStrictEqual } from 'node:util';

/** Whether two values are the same as JSON keeps them, without fields that are undefined. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
