import { seeded } from '@ser/testing';
import type { Audio } from '../samples.ts';

/** The rate of RAVDESS' files. */
const RATE = 48_000;

/** Full scale of 16-bit PCM. */
const FULL_SCALE = 32768;

interface Speaker {
  /** Hz. */
  readonly pitch: number;
  readonly seconds: number;
  /** Hz. */
  readonly formants: readonly number[];
  /** 1 where the glottal pulses point up, -1 where they point down. */
  readonly sign: 1 | -1;
  readonly seed: number;
}

/**
 * The voices of tools/parity/features_goldens.py, by the same formulas. The pulses of `high` and
 * `brief` point down: their greatest sample is far below their greatest magnitude. `brief` ends
 * before the presets have read their 2.5 seconds.
 */
const SPEAKERS: Readonly<Record<string, Speaker>> = {
  low: { pitch: 110, seconds: 3.6, formants: [650, 1200, 2500], sign: 1, seed: 11 },
  high: { pitch: 225, seconds: 3.6, formants: [400, 2100, 2900], sign: -1, seed: 12 },
  brief: { pitch: 160, seconds: 2.2, formants: [800, 1500, 2600], sign: -1, seed: 13 },
};

const spoken = new Map<string, Audio>();

/** Glottal pulses through formants, with pauses and breath, as 16-bit PCM. Made once. */
export function voice(name: string): Audio {
  const known = spoken.get(name) ?? speak(SPEAKERS[name]);
  spoken.set(name, known);
  return known;
}

/** The first two seconds of a voice, as in the goldens of voices. */
export function firstSeconds(name: string): Float32Array {
  return Float32Array.from(voice(name).samples.subarray(0, 2 * RATE));
}

function speak({ pitch, seconds, formants, sign, seed }: Speaker): Audio {
  const gains = Array.from({ length: 24 }, (_, i) => {
    const hz = (i + 1) * pitch;
    return formants.reduce((sum, f) => sum + Math.exp(-(((hz - f) / 300) ** 2)), 0.3 / (i + 1));
  });
  const random = seeded(seed);
  const samples = Float32Array.from({ length: Math.round(seconds * RATE) }, (_, n) => {
    const t = n / RATE;
    const phase = 2 * Math.PI * (pitch * t + 0.02 * pitch * Math.sin(2.5 * t));
    const loudness = Math.max(0, Math.sin(6 * t - 0.4)) * (1 - 0.2 * t);
    // In pauses there is nothing to sum.
    const tone =
      loudness === 0
        ? 0
        : gains.reduce((sum, gain, i) => sum + gain * Math.cos((i + 1) * phase), 0);
    const breath = 0.002 * (2 * random() - 1);
    return Math.round((0.06 * sign * loudness * tone + breath) * FULL_SCALE) / FULL_SCALE;
  });
  return { samples, sampleRate: RATE };
}
