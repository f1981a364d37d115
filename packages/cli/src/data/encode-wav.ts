import type { Audio } from '@ser/features';
import wavefile from 'wavefile';

const FULL_SCALE = 2 ** 15;

/** A WAV file, and how many samples did not fit into it. */
export interface EncodedWav {
  bytes: Uint8Array;
  /** Samples beyond ±1, which are cut there. */
  cut: number;
}

/** A mono WAV of 16 bits. Its rate is a whole number, since the format has no other. */
export function encodeWav({ samples, sampleRate }: Audio): EncodedWav {
  let cut = 0;
  const codes = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const code = Math.round(samples[i] * FULL_SCALE);
    codes[i] = Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, code));
    // Exactly +1 becomes 32767 and is not counted as cut.
    if (code < -FULL_SCALE || code > FULL_SCALE) cut++;
  }
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, Math.round(sampleRate), '16', codes);
  return { bytes: wav.toBuffer(), cut };
}
