import { describe, expect, it } from 'vitest';
import type { FullGateOptions } from '../gate-options.ts';
import { speechRuns } from './speech-runs.ts';

const OPTIONS: FullGateOptions = {
  positiveSpeechThreshold: 0.6,
  negativeSpeechThreshold: 0.4,
  redemptionMs: 60,
  preSpeechPadMs: 0,
  minSpeechMs: 40,
};

const runs = (probabilities: number[], options: Partial<FullGateOptions> = {}) =>
  speechRuns(Float64Array.from(probabilities), 20, { ...OPTIONS, ...options });

describe('speechRuns', () => {
  it('ends with the third frame below the negative threshold', () => {
    expect(runs([0, 1, 1, 0, 0, 0, 0])).toEqual([{ from: 1, to: 6 }]);
  });

  it('begins with a frame at the positive threshold', () => {
    expect(runs([0.59, 0.6, 0.6, 0, 0, 0])).toEqual([{ from: 1, to: 6 }]);
  });

  it('does not count a frame at the negative threshold towards the end', () => {
    expect(runs([1, 1, 0, 0, 0.4, 0.4, 0, 0])).toEqual([{ from: 0, to: 7 }]);
  });

  it('counts anew after a frame at the positive threshold', () => {
    expect(runs([1, 1, 0, 0, 0.6, 0, 0, 0, 0])).toEqual([{ from: 0, to: 8 }]);
  });

  it('leaves out a run with too few positive frames, whose count begins anew', () => {
    expect(runs([1, 0, 0, 0, 1, 0, 0, 0])).toEqual([]);
    expect(runs([1, 0.5, 0.5, 0.5, 0.5])).toEqual([]);
  });

  it('ends with the last frame where speech goes on', () => {
    expect(runs([0, 0, 1, 1, 0])).toEqual([{ from: 2, to: 5 }]);
  });

  it('keeps a run without redemption for its positive frames', () => {
    expect(runs([1, 1, 0, 1, 1], { redemptionMs: 0 })).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 5 },
    ]);
  });
});
