import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/fingerprint.golden.json' with { type: 'json' };
import type { Audio } from '../wav/decode-wav.ts';
import { fingerprint } from './fingerprint.ts';
import { toLowRate } from './util/low-rate.ts';

/** The sound of the golden: three syllables over an offset and hum. */
function soundAt(sampleRate: number): Audio {
  const length = Math.round(goldens.seconds * sampleRate);
  const samples = Float32Array.from({ length }, (_, i) => {
    const t = i / sampleRate;
    let sum = 0.1 + 0.05 * Math.sin(2 * Math.PI * 50 * t);
    for (const [centre, width, hertz] of [
      [0.35, 0.08, 300],
      [0.8, 0.12, 730],
      [1.15, 0.06, 1350],
    ]) {
      const envelope = Math.exp(-(((t - centre) / width) ** 2));
      sum += 0.25 * envelope * Math.sin(2 * Math.PI * (hertz * t + 60 * t * t));
      sum += 0.1 * envelope * Math.sin(2 * Math.PI * 2.1 * hertz * (t - centre));
    }
    return sum;
  });
  return { samples, sampleRate };
}

describe.each(goldens.cases)('a sound of $sampleRate Hz', ({ sampleRate, ...golden }) => {
  const sound = soundAt(sampleRate);

  it("is at 8 kHz what SciPy's filters give", () => {
    const low = toLowRate(sound) ?? new Float32Array();
    expect(low).toHaveLength(golden.length);
    const some = low.filter((_, i) => i % goldens.every === 0);
    // Weights and sums are rounded to float32, and the reference's are not.
    expect(some).toBeAllclose(golden.low, { rtol: 1e-4, atol: 1e-6 });
  });

  it('has the anchors and the codes of the reference', () => {
    const print = fingerprint(sound);
    expect(print?.anchors).toBeAllclose(golden.anchors, { rtol: 0, atol: 1e-5 });
    expect(Array.from(print?.codes ?? [])).toEqual(golden.codes.flat());
  });
});

describe('what has no fingerprint', () => {
  const tone = (length: number, loudness = 0.1): Float32Array =>
    Float32Array.from({ length }, (_, i) => loudness * Math.sin(i / 2));

  it.each<[string, number, number, boolean]>([
    ['160 samples of 8 kHz', 160, 8000, true],
    ['159 samples of 8 kHz', 159, 8000, false],
    ['40 samples of 2 kHz', 40, 2000, true],
    ['a second of 1999 Hz', 1999, 1999, false],
    ['319 samples of 16 kHz', 319, 16_000, false],
    ['320 samples of 16 kHz', 320, 16_000, true],
  ])('%s: %s', (_, length, sampleRate, has) => {
    expect(fingerprint({ samples: tone(length), sampleRate }) !== undefined).toBe(has);
  });

  it('is what stays 120 dB below full scale', () => {
    // At 637 Hz the filters give 0.95 to 1.1 of the loudness.
    const print = (loudness: number): boolean =>
      fingerprint({ samples: tone(8000, loudness), sampleRate: 8000 }) !== undefined;
    expect([print(1.1e-6), print(0.85e-6)]).toEqual([true, false]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'is what holds %d',
    (value) => {
      const samples = tone(8000);
      samples[7990] = value;
      expect(fingerprint({ samples, sampleRate: 8000 })).toBeUndefined();
    },
  );
});
