import { createExtractor, presets } from '@ser/features';
import { expect, it } from 'vitest';
import { makeExample } from '../sound/examples.ts';
import { SpectrogramDrawer } from './spectrogram-drawer.ts';

/** dB of the sum of the squares of a Hann window of 400 samples, which is 150. */
const WINDOW_POWER = 10 * Math.log10(150);

const low = makeExample('low');
const FRAMES = 1 + Math.floor(low.samples.length / 160);

function drawn(columns: number, level = true) {
  const drawer = new SpectrogramDrawer(low.samples.length / low.sampleRate, columns, level);
  drawer.push(low);
  return drawer.spectrogram;
}

it('has the mel bands that the functionals of the same clip are made of', () => {
  const extractor = createExtractor({ ...presets.functionals, trim: null });
  const values = extractor.extract(low);
  const { decibels } = drawn(FRAMES);
  for (const band of [1, 5, 20, 40, 64]) {
    const column = Array.from({ length: FRAMES }, (_, t) => decibels[t * 64 + band - 1]);
    const ranked = column.sort((a, b) => a - b);
    const median = ranked[Math.floor(FRAMES / 2)] - WINDOW_POWER;
    const functional = values[extractor.names.indexOf(`melDistribution_mel${band}_q50`)];
    expect(median).toBeAllclose(functional, { rtol: 0, atol: 0.1 });
  }
});

it('is the same in pieces, but for the frames where two of them meet', () => {
  const { decibels: whole } = drawn(FRAMES, false);
  const drawer = new SpectrogramDrawer(low.samples.length / low.sampleRate, FRAMES, false);
  for (let at = 0; at < low.samples.length; at += 16_000) {
    drawer.push({ ...low, samples: low.samples.subarray(at, at + 16_000) });
  }
  const { decibels } = drawer.spectrogram;
  // Half a second into the first piece.
  expect(decibels.slice(50 * 64, 51 * 64)).toBeAllclose(whole.slice(50 * 64, 51 * 64), {
    rtol: 0,
    atol: 1e-4,
  });
});

it('fills every column, and averages frames where there are fewer columns', () => {
  for (const columns of [1, 50, FRAMES]) {
    expect(drawn(columns).decibels.filter(Number.isNaN)).toHaveLength(0);
  }
  const { decibels } = drawn(FRAMES);
  let sum = 0;
  for (let t = 0; t < FRAMES; t++) sum += decibels[t * 64 + 10];
  expect(drawn(1).decibels[10]).toBeAllclose(sum / FRAMES, { rtol: 1e-3, atol: 0 });
});

it('is brought to the level of the model where that is asked for', () => {
  const loud = (level: boolean) => drawn(FRAMES, level).decibels.reduce((a, b) => Math.max(a, b));
  expect(loud(true)).toBeGreaterThan(loud(false) + 3);
});
