import { expect, test } from 'vitest';
import { voiceFrame } from './voice-frames.ts';

test('the root mean square is that of the windowed frame', () => {
  const size = 960;
  const samples = Float64Array.from({ length: 3000 }, (_, i) => Math.sin(i / 7) + 0.3);
  const half = (size - 1) / 2;
  let energy = 0;
  for (let i = 0; i < size; i++) {
    const window = Math.exp(-0.5 * ((i - half) / half / 0.4) ** 2);
    energy += (samples[1000 + i] * window) ** 2;
  }
  const { rms, magnitudes } = voiceFrame(samples, 1000, size);
  expect(magnitudes).toHaveLength(513);
  expect([rms]).toBeAllclose([Math.sqrt(energy / size)], { rtol: 1e-12 });
});

test('silence has none', () => {
  expect(voiceFrame(new Float64Array(2000), 0, 960).rms).toBe(0);
});
