import { describe, expect, it } from 'vitest';
import { hiss, hum, inARow, silence, syllables } from '../../testing/sounds.ts';
import { measureFrames } from './measure-frames.ts';
import { movingAverage } from './moving-average.ts';
import { speechProbabilities } from './speech-probabilities.ts';

const highest = (audio: Parameters<typeof speechProbabilities>[0]): number =>
  Math.max(...speechProbabilities(audio).probabilities);

describe('speechProbabilities', () => {
  it('are high in vowels and nothing in silence', () => {
    const { probabilities } = speechProbabilities(inARow(silence({ seconds: 1 }), syllables()));
    expect(Math.max(...probabilities.slice(0, 40))).toBeLessThan(0.01);
    expect(Math.max(...probabilities.slice(50))).toBeGreaterThan(0.95);
  });

  it('are low in noise, which is loud enough but has no period', () => {
    expect(highest(inARow(silence(), hiss()))).toBeLessThan(0.5);
  });

  it('are low in hum, which has a period but is as loud as its background', () => {
    expect(highest(hum())).toBeLessThan(0.1);
  });

  it('are the product of two logistic functions', () => {
    const audio = inARow(silence({ seconds: 1 }), hum());
    const { level, periodicity } = measureFrames(audio);
    const { probabilities } = speechProbabilities(audio);
    const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const voiced = (f: number) =>
      1 / (1 + Math.exp(-9 * (mean(periodicity.slice(f - 2, f + 3)) - 0.5)));
    // Silence is within 1.5 s of the first frame, and far below it.
    expect(probabilities[70]).toBeAllclose(voiced(70), { atol: 1e-9 }); // exp(-50)
    // The second is as loud as its background, but for the last few dB.
    const excess = mean(level.slice(133, 136)) - Math.min(...movingAverage(level, 1).slice(59));
    expect(probabilities[134]).toBeAllclose(voiced(134) / (1 + Math.exp(3 - excess)), {
      atol: 1e-9, // doubles
    });
  });
});
