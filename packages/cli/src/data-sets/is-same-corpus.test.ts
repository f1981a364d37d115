import { NAMING_SCHEMES } from '@ser/corpus';
import { expect, it } from 'vitest';
import { isSameCorpus } from './is-same-corpus.ts';
import type { Labelling, LabelSource } from './labelling.ts';

const of = (from: LabelSource | null, data = ['x']) => ({
  labelling: from && ({ version: 1, from, map: {} } satisfies Labelling),
  data,
});
const scheme = (name: string): LabelSource => {
  const found = NAMING_SCHEMES.get(name);
  if (!found) throw new Error(`no scheme ${name}`);
  return { kind: 'scheme', scheme: found };
};
const csv: LabelSource = { kind: 'csv', file: '/a.csv', sha256: 'a', columns: {} };
const folders: LabelSource = { kind: 'folders', speaker: 'parent' };

it.each([
  [of(null), of(null, ['y']), true],
  [of(null), of(scheme('emodb'), ['y']), false],
  [of(scheme('tess')), of(scheme('emodb'), ['y']), false],
  [of(scheme('tess')), of(scheme('tess'), ['y']), true],
  [of(csv), of(csv, ['y']), true],
  [of(csv), of({ ...csv, sha256: 'b' }, ['y']), undefined],
  [of(folders), of(folders, ['y']), undefined],
  [of({ kind: 'tables' }), of(scheme('emodb'), ['y']), undefined],
  // One place is one corpus, however it is labelled.
  [of(folders, ['a', 'b']), of(scheme('emodb'), ['./b/']), true],
])('tells corpora apart: %#', (a, b, expected) => {
  expect(isSameCorpus(a, b)).toBe(expected);
  expect(isSameCorpus(b, a)).toBe(expected);
});
