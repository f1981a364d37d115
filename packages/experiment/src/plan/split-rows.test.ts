import { describe, expect, it } from 'vitest';
import type { TableRow } from '../table/feature-table.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { chooseSplit, foldCount } from './choose-split.ts';

const rows: TableRow[] = syntheticTable().rows.flatMap((row) => [
  row,
  { ...row, variant: 'noise' },
  { ...row, clip: row.clip.replace('03-01', '03-02'), channel: 'song' as const },
]);
const options = {
  fold: 1,
  folds: 5,
  channels: ['speech', 'song'] as ('speech' | 'song')[],
  seed: 3,
};

describe.each(['clip', 'speaker', 'holdout'] as const)('chooseSplit %s', (protocol) => {
  const split = chooseSplit(rows, { ...options, protocol });
  const clips = (part: 'train' | 'validation' | 'test') =>
    new Set(split[part].map((i) => rows[i].clip));

  it('keeps every row of a tested clip out of training and choosing', () => {
    const seen = new Set([...clips('train'), ...clips('validation')]);
    for (const clip of clips('test')) expect(seen.has(clip)).toBe(false);
  });

  it('tests originals alone and uses each row once', () => {
    expect(new Set(split.test.map((i) => rows[i].variant))).toEqual(new Set(['original']));
    const all = [...split.train, ...split.validation, ...split.test];
    expect(new Set(all).size).toBe(all.length);
  });

  it('validates on 15 % of the training rows', () => {
    const n = split.train.length + split.validation.length;
    expect(split.validation).toHaveLength(Math.ceil(0.15 * n));
  });
});

it('tests speakers on speech alone, whatever trains', () => {
  const split = chooseSplit(rows, { ...options, protocol: 'speaker' });
  expect(new Set(split.test.map((i) => rows[i].channel))).toEqual(new Set(['speech']));
  expect(new Set(split.train.map((i) => rows[i].channel))).toEqual(new Set(['speech', 'song']));
  const actors = new Set(split.test.map((i) => rows[i].actor));
  expect([...actors].sort((a, b) => a - b)).toEqual([2, 5, 14, 15, 16]);
  for (const i of [...split.train, ...split.validation])
    expect(actors.has(rows[i].actor)).toBe(false);
});

it('knows how many folds there are', () => {
  expect(
    (['reference', 'clip', 'speaker', 'holdout'] as const).map((protocol) =>
      foldCount({ protocol, folds: 7 }),
    ),
  ).toEqual([1, 7, 5, 1]);
});
