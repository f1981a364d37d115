import { expect, it } from 'vitest';
import { telephone, telephoneBand } from './telephone.ts';

/** A second of a tone, half as loud as can be. */
function tone(hertz: number, size = 0.5): { samples: Float32Array; sampleRate: number } {
  const sampleRate = 48_000;
  const samples = Float32Array.from(
    { length: sampleRate },
    (_, i) => size * Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );
  return { samples, sampleRate };
}

/** The root of the mean square in the middle, where no edge is near. */
function level({ samples }: { samples: ArrayLike<number> }): number {
  const own = Array.from(samples).slice(1000, -1000);
  return Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) / own.length);
}

it('has 8,000 samples a second', () => {
  const line = telephone(tone(1000));
  expect([line.sampleRate, line.samples.length]).toEqual([8000, 8000]);
});

it.each([400, 1000, 3200])('passes %d Hz', (hertz) => {
  // µ-law rounds to one of 255 levels.
  expect(level(telephone(tone(hertz)))).toBeAllclose(0.5 * Math.SQRT1_2, { rtol: 0.02, atol: 0 });
});

it('is the band, in levels that lie closer where it is quiet', () => {
  const [line, band] = [telephone(tone(700, 0.9)), telephoneBand(tone(700, 0.9))];
  const errors = Array.from(band.samples, (value, i) => Math.abs(line.samples[i] - value));
  const errorWhere = (is: (value: number) => boolean) =>
    Math.max(...errors.filter((_, i) => is(Math.abs(band.samples[i]))));
  expect(errorWhere((value) => value > 0.5)).toBeGreaterThan(0.005);
  expect(errorWhere((value) => value < 0.01)).toBeLessThan(0.001);
});

it.each([50, 200, 3600])('passes less than a hundredth of %d Hz', (hertz) => {
  expect(level(telephone(tone(hertz)))).toBeLessThan(0.005);
});

it('keeps 255 levels', () => {
  const { samples } = telephone(tone(440, 1));
  expect(new Set(Array.from(samples, Math.abs)).size).toBeLessThanOrEqual(128);
});
