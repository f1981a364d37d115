import { expect, it } from 'vitest';
import { dealtNote } from './dealt-note.ts';

const dealt = { folds: [['a'], ['b']], holdout: ['a'], dealt: true };
const REST =
  ": these are no literature's lists, so the figures compare with none that were published.";

it.each([
  ['speaker', 'The sorted speakers were dealt in turn, into 2 folds'],
  ['speaker-adapted', 'The sorted speakers were dealt in turn, into 2 folds'],
  ['holdout', 'The sorted speakers were dealt in turn, the first of 2 parts is tested'],
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
