/** A value as JSON whose keys stand in one order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

export const isSameJson = (a: unknown, b: unknown): boolean =>
  canonicalJson(a) === canonicalJson(b);
