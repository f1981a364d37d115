import { RavdessError } from '../../../ravdess-error.ts';
import { ARCHIVES } from './archives.ts';

function checkPart(caller: string, name: string, part: string): void {
  if (Object.hasOwn(ARCHIVES, part)) return;
  fail(caller, name, `be among ${Object.keys(ARCHIVES).join(', ')}`, part);
}

export function checkParts<Part extends string>(
  caller: string,
  name: string,
  parts: readonly Part[],
): readonly Part[] {
  if (!Array.isArray(parts)) fail(caller, name, 'be an array', parts);
  for (const part of parts) checkPart(caller, name, part);
  return parts;
}

export function checkFolder(caller: string, name: string, path: unknown): void {
  if (typeof path !== 'string' || path === '') fail(caller, name, 'be the path of a folder', path);
}

export function checkUrl(caller: string, name: string, url: string | undefined): void {
  if (url === undefined || (URL.canParse(url) && /^https?:/i.test(url))) return;
  fail(caller, name, 'be an address that begins with http:// or https://', url);
}

export function checkNonNegative(caller: string, name: string, value: number | undefined): void {
  if (value !== undefined && !(value >= 0)) fail(caller, name, 'be ≥ 0', value);
}

function fail(caller: string, name: string, expected: string, got: unknown): never {
  const shown = typeof got === 'string' ? JSON.stringify(got) : got;
  throw new RavdessError('bad-argument', `${caller}: \`${name}\` must ${expected}, got ${shown}`);
}
