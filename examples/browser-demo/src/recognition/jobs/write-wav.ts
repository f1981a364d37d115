import type { Job } from './job.ts';

const FULL_SCALE = 32_767;

/** A recording as a WAV of 16 bits, written by `wavefile`, which is loaded when it is needed. */
export const writeWav: Job<'write-wav'> = async ({ samples, sampleRate }) => {
  const { WaveFile } = await import('wavefile');
  const pcm = Int16Array.from(samples, (sample) =>
    Math.round(FULL_SCALE * Math.max(-1, Math.min(1, sample))),
  );
  const file = new WaveFile();
  file.fromScratch(1, sampleRate, '16', pcm);
  return { bytes: file.toBuffer() as Uint8Array<ArrayBuffer> };
};
