import { describeWith, REAL_CLIPS } from '@ser/testing';
import { describe, test } from 'vitest';
import { answer, type Case, titleOf } from './testing/case.ts';
import { expectParity } from './testing/expect-parity.ts';
import { golden } from './testing/golden.ts';
import { firstSeconds } from './testing/read-clip.ts';
import { signals } from './testing/signals.ts';

describe.each(['spectral', 'shape', 'effects', 'resample', 'edges'])('librosa: %s', (name) => {
  const known = signals();
  for (const expected of golden<{ cases: Case[] }>(name).cases) {
    test(titleOf(expected), () => {
      expectParity(expected, answer(expected, known[expected.signal]));
    });
  }
});

describeWith(REAL_CLIPS)('librosa: clips', () => {
  for (const expected of golden<{ cases: Case[] }>('clips').cases) {
    test(titleOf(expected), () => {
      expectParity(expected, answer(expected, firstSeconds(expected.signal)));
    });
  }
});
