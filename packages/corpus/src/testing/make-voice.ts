import { seeded } from '@ser/testing';

/**
 * A sound like a voice, of about 1.6 s between two silences: six syllables whose pitch, length and
 * timbre the seed chooses.
 *
 * @param take Another number is another take of the same words: all else equal, the pitch wanders
 *   differently and the syllables are up to a tenth longer or shorter. Default 0.
 */
export function makeVoice(
  seed: number,
  { sampleRate = 16_000, take = 0 }: { sampleRate?: number; take?: number } = {},
): Float32Array {
  const words = seeded(seed);
  const chance = seeded(1000 * seed + take);
  const noise = seeded(seed + take);
  const samples: number[] = new Array(Math.round(0.3 * sampleRate)).fill(0);
  let phase = 0;
  for (let syllable = 0; syllable < 6; syllable++) {
    const pitch = (90 + 130 * words()) * (0.98 + 0.04 * chance());
    const seconds = (0.12 + 0.25 * words()) * (0.9 + 0.2 * chance());
    const [loudness, slope, formant] = [0.1 + 0.3 * words(), 0.6 + words(), 400 + 1500 * words()];
    const length = Math.round(seconds * sampleRate);
    for (let i = 0; i < length; i++) {
      const envelope = loudness * Math.sin((Math.PI * i) / length) ** slope;
      phase += (2 * Math.PI * pitch * (1 + (0.1 * i) / length)) / sampleRate;
      let sum = 0.02 * (noise() - 0.5);
      for (let harmonic = 1; harmonic * pitch * 1.1 < 3500; harmonic++) {
        const distance = (harmonic * pitch - formant) / 400;
        sum += Math.sin(harmonic * phase) / (1 + distance * distance);
      }
      samples.push((envelope * sum) / 3);
    }
  }
  return Float32Array.from([...samples, ...new Array(Math.round(0.3 * sampleRate)).fill(0)]);
}
