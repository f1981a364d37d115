import { describe, expect, it } from 'vitest';
import { hiss, silence, syllables } from '../../testing/sounds.ts';
import { measureFrames } from './measure-frames.ts';

/** A tone at the rate that the gate hears at, so that nothing is smoothed. */
function tone(hz: number, amplitude = 1, seconds = 0.5) {
  const sampleRate = 4000;
  const samples = Float64Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / sampleRate),
  );
  return { samples, sampleRate };
}

describe('measureFrames', () => {
  it('measures a frame of some 40 ms every 20 ms', () => {
    const { level, periodicity, frameSeconds } = measureFrames(silence({ seconds: 1 }));
    // 100 samples and a period of 62 at 4 kHz.
    expect(frameSeconds).toBe(162 / 4000);
    expect([level.length, periodicity.length]).toEqual([48, 48]);
  });

  it('gives silence -200 dB and no period', () => {
    const { level, periodicity } = measureFrames(silence({ seconds: 0.1 }));
    expect(level).toBeAllclose([-200, -200, -200], { atol: 1e-6 }); // a logarithm
    expect([...periodicity]).toEqual([0, 0, 0]);
  });

  it('gives a tone the level that the pre-emphasis leaves', () => {
    const w = (2 * Math.PI * 500) / 4000;
    const power = (1 + 0.95 ** 2 - 2 * 0.95 * Math.cos(w)) / 2;
    const { level } = measureFrames(tone(500));
    expect(level[5]).toBeAllclose(10 * Math.log10(power), { atol: 0.1 }); // not whole periods
  });

  // 65 and 500 Hz are the ends of the range; 1,000 Hz repeats at twice its period.
  it.each([66, 100, 500, 1000])('hears that %i Hz are periodic', (hz) => {
    expect(measureFrames(tone(hz)).periodicity[5]).toBeGreaterThan(0.98);
  });

  it('hears no period in a tone below a voice', () => {
    expect(measureFrames(tone(30)).periodicity[5]).toBeLessThan(0.5);
  });

  it('finds noise less periodic than vowels', () => {
    const middle = (values: Float64Array) => [...values].sort((a, b) => a - b)[values.length >> 1];
    expect(middle(measureFrames(hiss()).periodicity)).toBeLessThan(0.4);
    expect(middle(measureFrames(hiss({}, 'red')).periodicity)).toBeLessThan(0.4);
    expect(middle(measureFrames(syllables()).periodicity)).toBeGreaterThan(0.8);
  });

  it('fills a clip that is shorter than a frame with zeros', () => {
    expect(measureFrames(tone(100, 1, 0.01)).level).toHaveLength(1);
  });
});
