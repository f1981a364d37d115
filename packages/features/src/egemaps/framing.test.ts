import { expect, test } from 'vitest';
import { egemapsFraming, fewestSamples } from './framing.ts';

test.each([
  // Rate, samples, hop, size, transform, bin, frames of 20 ms, frames of 60 ms.
  [16000, 16000, 160, 320, 512, 31.25, 99, 95],
  [16000, 15999, 160, 320, 512, 31.25, 98, 94],
  [16000, 960, 160, 320, 512, 31.25, 5, 1],
  [48000, 48000, 480, 960, 1024, 46.875, 99, 95],
  [22050, 22050, 221, 441, 512, 43.06640625, 98, 94],
  // Half a sample is rounded up, and bins follow.
  [11025, 11025, 110, 221, 256, 43.1640625, 99, 95],
])('%i Hz, %i samples', (rate, samples, hop, size, nFft, binHz, spectral, voice) => {
  const framing = egemapsFraming(samples, rate);
  expect(framing).toEqual({
    hop,
    size,
    nFft,
    binHz: expect.closeTo(binHz, 9),
    spectralFrames: spectral,
    voiceFrames: voice,
    frames: voice + 1,
  });
});

test('the shortest clip has 60 ms', () => {
  expect([8000, 16000, 22050, 48000].map(fewestSamples)).toEqual([480, 960, 1323, 2880]);
});
