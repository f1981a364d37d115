import type { Audio } from '@ser/features';

const FULL_SCALE = 2 ** 15;

/** What a WAV file of 16 bits keeps of a sound: steps of 2^-15, and nothing beyond ±1. */
export function to16Bits({ samples, sampleRate }: Audio): Audio {
  const codes = samples.map((sample) => {
    const code = Math.round(sample * FULL_SCALE);
    return Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, code)) / FULL_SCALE;
  });
  return { samples: codes as Float32Array, sampleRate };
}
