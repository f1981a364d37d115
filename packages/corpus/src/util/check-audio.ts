import { CorpusError } from '../corpus-error.ts';
import type { Audio } from '../wav/decode-wav.ts';

/** Refuses what is no decoded sound, as a missing argument in plain JavaScript. */
export function checkAudio(caller: string, name: string, value: Audio): void {
  const audio: Partial<Audio> = Object(value);
  const { samples, sampleRate } = audio;
  if (samples instanceof Float32Array && typeof sampleRate === 'number' && sampleRate > 0) return;
  const got = `samples ${Object.prototype.toString.call(samples)} and sampleRate ${sampleRate}`;
  const message = `${caller}: \`${name}\` must hold samples, a Float32Array, and sampleRate in Hz, got ${got}`;
  throw new CorpusError('bad-argument', message);
}
