import { expect, it } from 'vitest';
import { bandStretches, timeStretches } from './stretches.ts';
import { PartRemover } from './without-part.ts';

const RATE = 16_000;
/** A second of 300 Hz and 3 kHz. */
const samples = Float32Array.from({ length: RATE }, (_, i) => {
  const t = (2 * Math.PI * i) / RATE;
  return 0.5 * Math.sin(300 * t) + 0.25 * Math.sin(3000 * t);
});
const remover = new PartRemover({ samples, sampleRate: RATE });

/** The RMS from one time to another. */
function level(of: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from * RATE; i < to * RATE; i++) sum += of[i] * of[i];
  return Math.sqrt(sum / ((to - from) * RATE));
}
const BOTH = Math.hypot(0.5, 0.25) / Math.SQRT2;

it('takes out a time, and leaves the others as they are', () => {
  const { samples: left } = remover.withoutTime({ start: 0.4, end: 0.6 });
  expect(left).toHaveLength(RATE);
  // A window of 64 ms fades at the edges.
  expect(level(left, 0.45, 0.55)).toBeLessThan(0.02 * BOTH);
  expect(left.slice(0, 0.3 * RATE)).toBeAllclose(samples.slice(0, 0.3 * RATE), {
    rtol: 0,
    atol: 1e-5,
  });
});

it('takes out a band, and leaves the others as they are', () => {
  const { samples: left } = remover.withoutBand({ start: 2000, end: 4000 });
  expect(level(left, 0.2, 0.8)).toBeAllclose(0.5 / Math.SQRT2, { rtol: 1e-3, atol: 0 });
});

it('has parts that follow each other from end to end', () => {
  const times = timeStretches(3);
  expect(times).toHaveLength(15);
  expect(timeStretches(30)).toHaveLength(24);
  expect(timeStretches(0.05)).toEqual([{ start: 0, end: 0.05 }]);
  const bands = bandStretches();
  expect(bands).toHaveLength(8);
  for (const parts of [times, bands]) {
    for (let i = 1; i < parts.length; i++) expect(parts[i].start).toBe(parts[i - 1].end);
  }
  expect([bands[0].start, bands[7].end]).toBeAllclose([50, 8000], { rtol: 1e-6, atol: 0 });
});
