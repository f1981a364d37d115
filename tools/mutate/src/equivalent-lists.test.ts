import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { type Equivalent, equivalentsOf, isListed } from './equivalent.ts';
import { mistakesOf } from './mutators/mistakes-of.ts';

const lists = new URL('../equivalent/', import.meta.url);
const entries = readdirSync(lists)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) =>
    equivalentsOf(new URL(name, lists)).map((entry) => ({
      member: basename(name, '.json'),
      entry,
    })),
  );

test.each(entries.map(({ member, entry }) => [member, entry.file, entry.original, entry] as const))(
  '%s, %s: %s is a mistake that can be made there, and has a reason',
  async (member, file, _, entry: Equivalent) => {
    const text = readFileSync(
      new URL(`../../../packages/${member}/${file}`, import.meta.url),
      'utf8',
    );
    const mutants = (await mistakesOf(text)).map((mistake) => ({ file, ...mistake }));
    expect(mutants.some((mutant) => isListed(mutant, text, [entry]))).toBe(true);
    expect(entry.reason.length).toBeGreaterThan(20);
  },
);
