import wavefile from 'wavefile';
import { voice } from '../../packages/features/src/testing/voices.ts';

/** A mono 16-bit WAV of a synthetic voice, 3.6 s at 48 kHz. */
export function speechWav(): Uint8Array {
  const { samples, sampleRate } = voice('low');
  const wav = new wavefile.WaveFile();
  wav.fromScratch(
    1,
    sampleRate,
    '16',
    Array.from(samples, (sample) => Math.round(32768 * sample)),
  );
  return wav.toBuffer();
}
