import { describeWith, REAL_CLIPS } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { answer, type Case, titleOf } from './testing/case.ts';
import { expectParity } from './testing/expect-parity.ts';
import { golden } from './testing/golden.ts';
import { firstSeconds } from './testing/read-clip.ts';
import { signals } from './testing/signals.ts';
import * as voices from './testing/voices.ts';

const casesOf = (name: string): Case[] => golden<{ cases: Case[] }>(name).cases;

describe.each(['spectral', 'shape', 'effects', 'resample', 'edges', 'options'])(
  'librosa: %s',
  (name) => {
    const known = signals();
    for (const expected of casesOf(name)) {
      test(titleOf(expected), () => {
        expectParity(expected, answer(expected, known[expected.signal]));
      });
    }
  },
);

describe('librosa: voices', () => {
  for (const expected of casesOf('voices')) {
    test(titleOf(expected), () => {
      expectParity(expected, answer(expected, voices.firstSeconds(expected.signal)));
    });
  }

  test('real clips are compared in the same ways', () => {
    const called = (name: string): string[] => [
      ...new Set(casesOf(name).map((each) => `${each.function} ${JSON.stringify(each.options)}`)),
    ];
    expect(called('voices')).toEqual(expect.arrayContaining(called('clips')));
  });
});

describeWith(REAL_CLIPS)('librosa: clips', () => {
  for (const expected of casesOf('clips')) {
    test(titleOf(expected), () => {
      expectParity(expected, answer(expected, firstSeconds(expected.signal)));
    });
  }
});
