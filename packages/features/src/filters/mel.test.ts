import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mel } from './mel.ts';

test('every bin between two centres is shared out among its bands', () => {
  const rates = fc.constantFrom(8000, 16000, 22050, 48000);
  fc.assert(
    fc.property(rates, fc.integer({ min: 8, max: 60 }), (sampleRate, nMels) => {
      const nFft = 2048;
      const { data, shape } = mel({ sampleRate, nFft, nMels, norm: null });
      expect(shape).toEqual([nMels, 1025]);
      for (let k = 0; k < shape[1]; k++) {
        let sum = 0;
        for (let m = 0; m < nMels; m++) sum += data[m * shape[1] + k];
        // Two neighbouring triangles add up to 1; outside of the first and last centre to less.
        expect(sum).toBeLessThan(1 + 1e-6);
      }
    }),
    { numRuns: 30 },
  );
});

test('Slaney bands have unit area', () => {
  const { data, shape } = mel({ sampleRate: 22050, nFft: 8192, nMels: 20 });
  for (let m = 0; m < 20; m++) {
    const row = data.subarray(m * shape[1], (m + 1) * shape[1]);
    // A triangle is sampled at the bins, 2.7 Hz apart: good to half a percent.
    expect(row.reduce((a, b) => a + b, 0) * (22050 / 8192)).toBeAllclose(1, {
      rtol: 0,
      atol: 0.005,
    });
  }
});
