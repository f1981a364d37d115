/** What a wrong value is, in a word or two: `null`, `an array`, `a function`, `3`. */
export function describe(value: unknown): string {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'an array';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
