import { expect, it } from 'vitest';
import { to16Bits } from './to-16-bits.ts';

it('keeps steps of 2^-15, and nothing beyond full scale', () => {
  const samples = Float32Array.of(0, 0.4 / 32768, 0.6 / 32768, 1, -1, 2, -2);
  const { samples: kept, sampleRate } = to16Bits({ samples, sampleRate: 8000 });
  const most = 32767 / 32768;
  expect([...kept]).toEqual([0, 0, 1 / 32768, most, -1, most, -1]);
  expect(sampleRate).toBe(8000);
});
