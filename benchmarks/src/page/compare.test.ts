import { expect, test } from 'vitest';
import { better, compare } from './compare.ts';
import type { Figure } from './figures.ts';

const figure = (work: string, ours: number | null, theirs: number | null): Figure => ({
  work,
  ours,
  peer: 'librosa',
  theirs,
});

test('a ratio that fell by more than a fifth is named with what it was and is', () => {
  const { fallen } = compare([figure('stft', 1, 2)], [figure('stft', 1, 1.59)]);
  expect(fallen).toEqual([{ key: 'stft, beside librosa', was: 2, is: 1.59 }]);
});

test('a ratio that fell by less has not fallen', () => {
  expect(compare([figure('stft', 1, 2)], [figure('stft', 1, 1.61)]).fallen).toEqual([]);
});

test('a slower machine has the same ratios', () => {
  expect(compare([figure('stft', 1, 2)], [figure('stft', 10, 20)]).fallen).toEqual([]);
});

test('a peer that is missing is reported with its reason, and is no fall', () => {
  const now = { ...figure('stft', 1, null), missing: 'No module named librosa' };
  expect(compare([figure('stft', 1, 2)], [now])).toEqual({
    fallen: [],
    unmeasured: [{ key: 'stft, beside librosa', reason: 'No module named librosa' }],
    unknown: [],
  });
});

test('a row that is no longer measured is reported', () => {
  const { unmeasured } = compare([figure('stft', 1, 2)], []);
  expect(unmeasured).toEqual([{ key: 'stft, beside librosa', reason: 'no longer a row' }]);
});

test('rows that the page lacks are reported', () => {
  const committed = [figure('mfcc', 1, null)];
  const now = [figure('mfcc', 1, 2), figure('stft', 1, 2)];
  expect(compare(committed, now).unknown).toEqual(['mfcc, beside librosa', 'stft, beside librosa']);
});

test('a row without a peer has nothing to fall from', () => {
  const alone = { work: 'stft', ours: 1, peer: null, theirs: null };
  expect(compare([alone], [{ ...alone, ours: 100 }])).toEqual({
    fallen: [],
    unmeasured: [],
    unknown: [],
  });
});

test('two rows of one work beside two peers are two rows', () => {
  const other = { ...figure('stft', 1, 8), peer: 'numpy' };
  const { fallen } = compare(
    [figure('stft', 1, 2), other],
    [figure('stft', 1, 2), { ...other, theirs: 4 }],
  );
  expect(fallen).toEqual([{ key: 'stft, beside numpy', was: 8, is: 4 }]);
});

test('of two measurements the lower time of each side counts', () => {
  const [both] = better([figure('stft', 1, 3)], [figure('stft', 2, 2)]);
  expect(both).toEqual(figure('stft', 1, 2));
});

test('a second measurement knows what the first missed, and misses what it did not ask', () => {
  const now = better(
    [figure('stft', null, 3), figure('mfcc', 1, 2)],
    [figure('stft', 2, null), figure('yin', 1, 1)],
  );
  expect(now).toEqual([figure('stft', 2, 3), figure('mfcc', 1, 2)]);
});
