import { seeded } from '@ser/testing';
import type { Audio } from '../samples.ts';

/** Full scale of 16-bit PCM. */
const FULL_SCALE = 32768;

/** Hz at the start, and seconds. */
const PITCH = 130;
const SECONDS = 1;

/** Hz, and Hz of bandwidth. */
const FORMANTS = [
  [600, 80],
  [1300, 100],
  [2600, 140],
  [3600, 200],
] as const;

/**
 * The pulses of tools/parity/praat_goldens.py, by the same formulas, as 16-bit PCM: each comes up to
 * 2 % early or late, and is up to 10 % too loud or faint.
 */
export function shakenVoice(sampleRate: number): Audio {
  const random = seeded(sampleRate);
  const y = new Float64Array(Math.round(SECONDS * sampleRate));
  for (let time = 0.05; time < SECONDS - 0.05; ) {
    const at = time * sampleRate;
    const first = Math.floor(at);
    const loudness = 1 + 0.2 * (random() - 0.5);
    y[first] += loudness * (1 - (at - first));
    y[first + 1] += loudness * (at - first);
    time += (1 + 0.04 * (random() - 0.5)) / (PITCH * (1 + 0.1 * time));
  }
  for (const [hz, width] of FORMANTS) resonate(y, sampleRate, hz, width);
  const peak = y.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
  const samples = Float32Array.from(y, (value) => {
    const breath = 0.002 * (2 * random() - 1);
    return Math.round(((value * 0.5) / peak) * FULL_SCALE + breath * FULL_SCALE) / FULL_SCALE;
  });
  return { samples, sampleRate };
}

/** A resonance of two poles. */
function resonate(y: Float64Array, sampleRate: number, hz: number, width: number): void {
  const radius = Math.exp((-Math.PI * width) / sampleRate);
  const a = 2 * radius * Math.cos((2 * Math.PI * hz) / sampleRate);
  const b = -radius * radius;
  let before = 0;
  let last = 0;
  for (let i = 0; i < y.length; i++) {
    const next = (1 - a - b) * y[i] + a * last + b * before;
    before = last;
    last = next;
    y[i] = next;
  }
}
