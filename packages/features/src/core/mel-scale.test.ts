import { expect, test } from 'vitest';
import { hzToMel, melFrequencies, melToHz } from './mel-scale.ts';

// librosa's numbers.
test.each([
  [0, 0, 0],
  [60, 0.9, 92.681858],
  [440, 6.6, 549.638675],
  [1000, 15, 999.985537],
  [8000, 45.245641, 2840.023047],
])('%d Hz are %d mels of Slaney’s and %d of HTK’s', (hz, slaney, htk) => {
  // The digits above.
  expect(hzToMel(hz)).toBeAllclose(slaney, { rtol: 0, atol: 1e-6 });
  expect(hzToMel(hz, { htk: true })).toBeAllclose(htk, { rtol: 0, atol: 1e-6 });
});

test.each([false, true])('back in Hz (HTK: %o) it is what it was', (htk) => {
  for (const hz of [0, 10, 999.9, 1000, 1000.1, 5000, 22050]) {
    // The last bits of a logarithm and a power.
    expect(melToHz(hzToMel(hz, { htk }), { htk })).toBeAllclose(hz, { rtol: 1e-13, atol: 1e-12 });
  }
});

test('one frequency is the lowest', () => {
  expect([...melFrequencies(1, { fMin: 100 })]).toEqual([100]);
});

test('by default there are 128 from 0 to 11,025 Hz', () => {
  const all = melFrequencies();
  expect([all.length, all[0]]).toEqual([128, 0]);
  expect(all[127]).toBeAllclose(11025, { rtol: 1e-12, atol: 0 });
});

test('both scales are evenly spaced', () => {
  for (const htk of [false, true]) {
    const mels = Array.from(melFrequencies(7, { fMin: 50, fMax: 7000, htk }), (hz) =>
      hzToMel(hz, { htk }),
    );
    const steps = mels.slice(1).map((mel, i) => mel - mels[i]);
    expect(steps).toBeAllclose(
      steps.map(() => (mels[6] - mels[0]) / 6),
      { rtol: 1e-10, atol: 0 },
    );
  }
});
