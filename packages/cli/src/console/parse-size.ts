/** What stands behind a number of bytes, each 1024 times the one before. */
const UNITS: readonly string[] = ['', 'K', 'M', 'G', 'T'];

/** The bytes of a size such as `500`, `1.5G` or `20 GiB`, rounded down; undefined for what is none. */
export function parseSize(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?) ?([KMGT]?)(?:i?B)?$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(digits) * 1024 ** UNITS.indexOf(unit.toUpperCase()));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
