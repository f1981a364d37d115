import { seeded } from '@ser/testing';
import wavefile from 'wavefile';

const SAMPLE_RATE = 16_000;
const SYLLABLES = 6;

/** A mono 16-bit WAV of six syllables of noise at 16 kHz. No two seeds sound the same. */
export function voiceWav(seed: number, seconds = 1.5): Uint8Array {
  const random = seeded(seed);
  const length = Math.round((seconds * SAMPLE_RATE) / SYLLABLES);
  const samples: number[] = [];
  for (let syllable = 0; syllable < SYLLABLES; syllable++) {
    const [loudness, smooth] = [8000 * (0.2 + random()), 0.5 + 0.45 * random()];
    let last = 0;
    for (let i = 0; i < length; i++) {
      last = smooth * last + (1 - smooth) * (random() - 0.5);
      samples.push(Math.round(loudness * last * Math.sin((Math.PI * i) / length)));
    }
  }
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, SAMPLE_RATE, '16', samples);
  return wav.toBuffer();
}
