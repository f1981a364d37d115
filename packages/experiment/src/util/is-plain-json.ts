/** Deeper than anybody nests by hand, and short of what would exhaust the stack. */
const MOST_DEPTH = 20;

/**
 * Whether a value stays the same when it is written as JSON and read again: null, a boolean, text, a
 * finite number, or a list or a plain object of such, nested at most 20 deep.
 */
export function isPlainJson(value: unknown): value is unknown {
  return isPlain(value, MOST_DEPTH);
}

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((inner) => isPlain(inner, depth - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth - 1));
}
