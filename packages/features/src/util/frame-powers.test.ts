import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { framePowers } from './frame-powers.ts';

// Of even and odd lengths: 25 ms are 400, 551 and 1 sample, which becomes 2.
describe.each([
  [16_000, 400, 160],
  [22_050, 551, 221],
  [40, 2, 1],
])('at %i Hz', (sampleRate, frameLength, hopLength) => {
  const random = seeded(sampleRate);

  // Fewer frames than four, and more and fewer than the kernel takes at a time, which is 128.
  test.each([1, 3, 127, 128, 131, 300])('%i hops have the mean squares of frames', (hops) => {
    const samples = Float32Array.from({ length: hops * hopLength }, () => random() - 0.5);
    const expected = Float64Array.from({ length: hops + 1 }, (_, t) => {
      let sum = 0;
      for (let i = 0; i < frameLength; i++) {
        const sample = samples[t * hopLength - Math.floor(frameLength / 2) + i] ?? 0;
        sum += sample * sample;
      }
      return sum / frameLength;
    });
    // To the last bit: of float32 on a kernel, of float64 in JavaScript.
    const powers = { powers: expected, frameLength, hopLength };
    expect(framePowers(samples, sampleRate)).toEqual(powers);
    expect(framePowers(Float64Array.from(samples), sampleRate)).toEqual(powers);
  });
});
