import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Audio } from '../samples.ts';

const folder = fileURLToPath(new URL('../../../../../shared/ravdess-mini', import.meta.url));

/** Whether real clips are at hand; tests that need them are skipped where they are not. */
export const haveClips: boolean = existsSync(folder);

/** A clip by its name, such as 03-01-08-01-01-01-01. */
export function readClip(name: string): Audio {
  const path = globSync(`${folder}/**/${name}.wav`)[0];
  if (!path) throw new Error(`${basename(folder)} has no ${name}.wav`);
  return readWav(readFileSync(path));
}

/** 16-bit PCM, channels averaged: what RAVDESS' files are. */
function readWav(bytes: Buffer): Audio {
  let channels = 1;
  let sampleRate = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (id === 'fmt ') {
      channels = body.readUInt16LE(2);
      sampleRate = body.readUInt32LE(4);
    } else if (id === 'data') {
      const samples = new Float32Array(Math.floor(body.length / 2 / channels));
      for (let i = 0; i < samples.length; i++) {
        let sum = 0;
        for (let c = 0; c < channels; c++) sum += body.readInt16LE(2 * (i * channels + c)) / 32768;
        samples[i] = sum / channels;
      }
      return { samples, sampleRate };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('no data chunk');
}
