// The README lists every preset of @ser/features, with its number of values.
import { readFileSync } from 'node:fs';
import { createExtractor, presets } from '@ser/features';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, table] = /\n\| `--preset` [^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(readme) ?? [];
const rows = table.trimEnd().split('\n');

test.each(Object.entries(presets))('%s', (name, config) => {
  const row = rows.find((each) => each.startsWith(`| \`${name}\``));
  const { shape } = createExtractor(config);
  expect(row).toContain(` | ${shape.length === 1 ? shape[0] : `${shape[1]} a frame`} | `);
});

test('and no other one', () => {
  const listed = rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1]);
  expect(listed.sort()).toEqual(Object.keys(presets).sort());
});
