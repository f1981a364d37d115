import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Figure, GroupFigures } from './figures.ts';
import { readFigures } from './files.ts';
import { formatRatio, writePage } from './write-page.ts';

const figure: Figure = { work: 'stft', ours: 0.5, peer: 'librosa', theirs: 1.25 };
const group = (...figures: Figure[]): GroupFigures => ({
  name: 'frames',
  heading: 'Frames',
  about: '3 s.',
  measured: '2026-11-26',
  processor: 'Xeon, 2 cores',
  versions: { Node: '26.1.0', librosa: '0.11.0' },
  figures,
});

test('the committed page is what figures.json gives', () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(page).toBe(writePage(readFigures()));
});

test('a row has both times and the ratio', () => {
  expect(writePage([group(figure)])).toContain('\n| stft | 0.5 ms | librosa | 1.25 ms | 2.5 |\n');
});

test('a group says when it was measured, on what, with which versions, and by which command', () => {
  expect(writePage([group(figure)])).toContain(
    '`bench frames`, 2026-11-26: Xeon, 2 cores, Node 26.1.0, librosa 0.11.0.\n',
  );
});

test('the second peer of a work stands under the first', () => {
  const page = writePage([group(figure, { ...figure, peer: 'numpy', theirs: 1 })]);
  expect(page).toContain('| 2.5 |\n|  |  | numpy | 1 ms | 2 |\n');
});

test('a peer that is missing keeps its row, with the reason', () => {
  const page = writePage([group({ ...figure, theirs: null, missing: 'a | b' })]);
  expect(page).toContain('| stft | 0.5 ms | librosa | not measured: a \\| b |  |');
});

test('work without a peer has its time alone', () => {
  const page = writePage([group({ ...figure, peer: null, theirs: null })]);
  expect(page).toContain('| stft | 0.5 ms |  |  |  |');
});

test.each([
  [0.0123, '0.012'],
  [0.5, '0.5'],
  [1.26, '1.3'],
  [9.96, '10'],
  [12.4, '12'],
  [128.4, '128'],
])('a ratio of %f is written %s', (theirs, text) => {
  expect(formatRatio({ ...figure, ours: 1, theirs })).toBe(text);
});
