import { decodeWav } from '@ser/corpus';
import { describe, expect, it } from 'vitest';
import { encodeWav } from './encode-wav.ts';

const encode = (samples: number[], sampleRate = 8000) =>
  encodeWav({ samples: Float32Array.from(samples), sampleRate });

describe('encodeWav', () => {
  it('is read back to 16 bits', () => {
    const { bytes, cut } = encode([0, 0.5, -0.25, 1 / 32768, -1]);
    expect(decodeWav(bytes)).toMatchObject({ sampleRate: 8000 });
    expect([...decodeWav(bytes).samples]).toEqual([0, 0.5, -0.25, 1 / 32768, -1]);
    expect(cut).toBe(0);
  });

  it('cuts what is beyond full scale, and counts it', () => {
    const { bytes, cut } = encode([1, 1.5, -1.5, -1]);
    expect([...decodeWav(bytes).samples]).toEqual([32767 / 32768, 32767 / 32768, -1, -1]);
    expect(cut).toBe(2);
  });

  it('rounds the rate', () => {
    expect(decodeWav(encode([0, 0], 42352.94).bytes).sampleRate).toBe(42353);
  });
});
