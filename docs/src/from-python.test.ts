import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ROW = /^\| (.+?) \| `([\w.]+)` \| `(@ser\/[\w/-]+)` \|$/gm;

const guide = readFileSync(join(ROOT, 'docs/guides/from-python.md'), 'utf8');
const rows = [...guide.matchAll(ROW)].map(([, python, name, entry]) => ({ python, name, entry }));

/** What an entry exports, by its report, which the packed packages are held against. */
function exportsOf(entry: string): Set<string> {
  const [, name, path = 'index'] = /^@ser\/([\w-]+)(?:\/(.+))?$/.exec(entry) ?? [];
  const report = readFileSync(join(ROOT, `packages/${name}/api/${path}.api.md`), 'utf8');
  const direct = report.matchAll(/^export (?:function|const|class) (\w+)/gm);
  const spaces = report.matchAll(
    /^(?:export|declare) namespace (\w+) \{\n {4}export \{([^}]*)\}/gm,
  );
  return new Set([
    ...[...direct].map(([, each]) => each),
    ...[...spaces].flatMap(([, space, body]) =>
      body.split(',').map((each) => `${space}.${each.split(' as ').at(-1)?.trim()}`),
    ),
  ]);
}

test('every row of the tables is understood', () => {
  const lines = guide.match(/^\| (?!Python|---).*$/gm) ?? [];
  expect(rows.length).toBe(lines.length);
  expect(rows.length).toBeGreaterThan(70);
});

test('every name in them is an export of the package beside it', () => {
  const wrong = rows.filter(({ name, entry }) => !exportsOf(entry).has(name));
  expect(wrong).toEqual([]);
});
