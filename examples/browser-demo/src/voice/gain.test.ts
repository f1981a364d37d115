import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL, GAINS, gainWords, WITHOUT } from './gain.ts';

const RESULTS = readFileSync(new URL('../../../../RESULTS.md', import.meta.url), 'utf8');

/** The UAR of a row of the table of RESULTS.md. */
function measured(protocol: string): number {
  const row = RESULTS.split('\n').find((line) => line.startsWith(`| ${protocol} |`));
  return Number(row?.split('|')[4].replaceAll('*', ''));
}

it('says what RESULTS.md says', () => {
  expect(WITHOUT).toBe(measured('`speaker`'));
  expect(ALL).toBe(measured('`speaker-adapted`, all'));
  for (const { clips, uar } of GAINS) expect(uar).toBe(measured(`\`speaker-adapted\`, ${clips}`));
});

it.each([
  [1, 'With one clip of an actor'],
  [2, 'With one clip of an actor'],
  [3, 'With 3 clips'],
  [9, 'With 5 clips'],
  [500, 'With 20 clips'],
])('has for %i clips the figure of no more', (clips, words) => {
  expect(gainWords(clips)).toContain(words);
});

it('does not call a loss a gain', () => {
  expect(gainWords(1)).toContain('71.7 of 100 right, no more than the 71.9 without it');
  expect(gainWords(5)).toContain('75.6 of 100 right in place of 71.9');
});
