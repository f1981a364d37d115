import { expect, it } from 'vitest';
import { dealtNote } from './dealt-note.ts';

const dealt = { folds: [['a'], ['b']], holdout: ['a'], dealt: true };
const REST =
  ": these are no literature's lists, so the figures compare with none that were published.";

it.each([
  [
    'speaker',
    'The speakers were dealt into 2 folds, as alike in labels and clips as whole speakers allow',
  ],
  [
    'speaker-adapted',
    'The speakers were dealt into 2 folds, as alike in labels and clips as whole speakers allow',
  ],
  [
    'holdout',
    'The speakers were dealt into 2 parts, as alike in labels and clips as whole speakers allow, ' +
      'of which the first is tested',
  ],
] as const)('says under %s that the speakers were dealt', (protocol, words) => {
  expect(dealtNote({ protocol, speakers: dealt })).toEqual([`${words}${REST}`]);
});

it.each(['clip', 'reference', 'loso'] as const)('says nothing under %s', (protocol) => {
  expect(dealtNote({ protocol, speakers: dealt })).toEqual([]);
});

it("says nothing of a literature's lists, or of none", () => {
  const { dealt: _, ...lists } = dealt;
  expect(dealtNote({ protocol: 'speaker', speakers: lists })).toEqual([]);
  expect(dealtNote({ protocol: 'speaker', speakers: null })).toEqual([]);
});
