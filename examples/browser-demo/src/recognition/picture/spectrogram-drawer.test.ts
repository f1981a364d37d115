import { createExtractor, presets } from '@ser/features';
import { expect, it } from 'vitest';
import { makeExample } from '../sound/examples.ts';
import { piecesOf } from '../sound/pieces-of.ts';
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
    const functional =
      values[extractor.names.indexOf(`functionals_melDistribution_mel${band}_q50`)];
    expect(median).toBeAllclose(functional, { rtol: 0, atol: 0.1 });
  }
});
