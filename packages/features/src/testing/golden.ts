import { readFileSync } from 'node:fs';

/** Reads a file that tools/parity/generate.py wrote. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')) as T;
}
