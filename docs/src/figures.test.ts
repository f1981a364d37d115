import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('every figure of three places that a guide quotes stands in RESULTS.md', () => {
  const results = readFileSync(join(ROOT, 'RESULTS.md'), 'utf8');
  for (const file of globSync('docs/guides/*.md', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
    const quoted = text.match(/\b0\.\d{3}\b/g) ?? [];
    const unknown = quoted.filter((figure) => figure !== CHANCE && !results.includes(figure));
    expect({ file, unknown }).toEqual({ file, unknown: [] });
  }
});

/** One of eight emotions. */
const CHANCE = '0.125';
