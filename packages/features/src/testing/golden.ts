import { readFileSync } from 'node:fs';

/** Reads `fixtures/NAME.golden.json`, which a script of tools/parity wrote. */
export function golden<T>(name: string): T {
  const file = new URL(`../../fixtures/${name}.golden.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
