import { expect, test } from 'vitest';
import { LOWEST_HZ, octaveSpectrum } from './octave-spectrum.ts';

const RATE = 16_000;
const BINS = 513;
const BIN_HZ = 15.625;

/** The octave spectrum of a transform with these magnitudes, all others 0. */
function spectrumOf(magnitudes: Record<number, number>): Float64Array {
  const bins = new Float64Array(BINS);
  for (const [bin, magnitude] of Object.entries(magnitudes)) bins[Number(bin)] = magnitude;
  return octaveSpectrum(bins, RATE).values.slice();
}

/** Where a frequency lies on the scale, in points. */
const pointOf = (hz: number): number =>
  (Math.log2(hz / LOWEST_HZ) * (BINS - 1)) / Math.log2(RATE / 2 / LOWEST_HZ);

test('reaches from 25 Hz to half the rate', () => {
  const { values, octaves } = octaveSpectrum(new Float64Array(BINS), RATE);
  expect(values).toHaveLength(BINS);
  expect([octaves]).toBeAllclose([Math.log2(8000 / 25)], { rtol: 1e-15 });
});

test('a maximum stands where its frequency lies', () => {
  const values = spectrumOf({ 63: 2, 64: 4, 65: 2 });
  const greatest = values.indexOf(Math.max(...values));
  expect(Math.abs(greatest - pointOf(64 * BIN_HZ))).toBeLessThan(1);
});

test('of a maximum two neighbours on either side stay, and no more', () => {
  const wide = { 97: 1, 98: 2, 99: 3, 100: 9, 101: 3, 102: 2, 103: 1 };
  const { 97: _, 103: __, ...near } = wide;
  // What lies before the first maximum stays, so there is one before it.
  expect(spectrumOf({ 20: 1, ...wide })).toEqual(spectrumOf({ 20: 1, ...near }));
  const { 98: ___, ...nearer } = near;
  expect(spectrumOf({ 20: 1, ...near })).not.toEqual(spectrumOf({ 20: 1, ...nearer }));
});

test('what lies before the first maximum stays', () => {
  const rising = Float64Array.from({ length: BINS }, (_, k) => (k <= 60 ? k : 0));
  const { values } = octaveSpectrum(rising, RATE);
  expect(values[Math.round(pointOf(30 * BIN_HZ))]).toBeGreaterThan(25);
});

test('frequencies weigh more the higher they are, one half at 1.3 times 25 Hz', () => {
  // Bins that rise to the last all stay, so a value over its frequency is the weight.
  const bins = 4097;
  const rising = Float64Array.from({ length: bins }, (_, k) => (k * RATE) / 2 / (bins - 1));
  const { values, octaves } = octaveSpectrum(rising, RATE);
  const weights = [32.5, 100, 7000].map((hz) => {
    const at = (Math.log2(hz / LOWEST_HZ) * (bins - 1)) / octaves;
    return values[Math.round(at)] / hz;
  });
  const expected = [0, Math.log2(4 / 1.3), Math.log2(280 / 1.3)].map(
    (above) => 0.5 + Math.atan(3 * above) / Math.PI,
  );
  // The points lie beside the frequencies.
  expect(weights).toBeAllclose(expected, { rtol: 0.01 });
});

test('nothing is below 0', () => {
  expect(Math.min(...spectrumOf({ 20: 1, 21: 5, 40: 9, 44: 1 }))).toBe(0);
});
