import { expect, test } from 'vitest';
import { egemapsFraming } from '../framing.ts';
import { formantTracks } from './formant-tracks.ts';

test('frames beyond the first block are those of their samples', () => {
  const rate = 16_000;
  // A period of one hop, so all frames are alike.
  const samples = Float64Array.from({ length: 160 * 150 }, (_, i) => Math.exp(-(i % 160) / 20));
  const [{ frequency, bandwidth, amplitude }] = formantTracks(
    samples,
    rate,
    egemapsFraming(samples.length, rate),
  );
  expect(frequency[0]).toBeGreaterThan(50);
  for (const t of [63, 64, 65, 127, 128, 148]) {
    expect([frequency[t], bandwidth[t]]).toEqual([frequency[0], bandwidth[0]]);
  }
  expect(new Set(amplitude)).toEqual(new Set([-201]));
});
