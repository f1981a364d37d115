/** What no file of a run holds where it stands. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  ['x'],
  { constructor: 1 },
];

/**
 * A copy of a value with one of its parts replaced by something odd, left out, or under another
 * name. Typed arrays are parts as a whole.
 *
 * @param random numbers in [0, 1)
 */
export function changeLeaf(value: unknown, random: () => number): unknown {
  const below = (most: number): number => Math.floor(random() * most);
  const isParted = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
  const entries = isParted ? Object.entries(value) : [];
  if (entries.length === 0 || random() < 0.1) return ODD[below(ODD.length)];
  const chosen = below(entries.length);
  const [key, part] = entries[chosen];
  const drawn = random();
  const changed: [string, unknown][] =
    drawn < 0.1
      ? []
      : drawn < 0.2
        ? [['__proto__', part]]
        : [[key, drawn < 0.3 ? ODD[below(ODD.length)] : changeLeaf(part, random)]];
  const all = [...entries.slice(0, chosen), ...changed, ...entries.slice(chosen + 1)];
  return Array.isArray(value) ? all.map(([, each]) => each) : Object.fromEntries(all);
}
