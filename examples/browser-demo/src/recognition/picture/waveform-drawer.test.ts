import { expect, it } from 'vitest';
import { WaveformDrawer } from './waveform-drawer.ts';

const samples = Float32Array.of(0.1, -0.2, 0.3, 0.4, -0.5, -0.6, 0.7, -0.8);

it.each([8, 3, 1])('finds the extremes of each column, in pieces of %i samples', (piece) => {
  const drawer = new WaveformDrawer(8 / 1000, 4);
  for (let at = 0; at < samples.length; at += piece) {
    drawer.push({ samples: samples.subarray(at, at + piece), sampleRate: 1000 });
  }
  expect(drawer.waveform).toEqual({
    low: Float32Array.of(-0.2, 0, -0.6, -0.8),
    high: Float32Array.of(0.1, 0.4, 0, 0.7),
  });
});

it('puts what is beyond the length that was told into the last column', () => {
  const drawer = new WaveformDrawer(4 / 1000, 2);
  drawer.push({ samples, sampleRate: 1000 });
  expect(drawer.waveform.low).toEqual(Float32Array.of(-0.2, -0.8));
});
