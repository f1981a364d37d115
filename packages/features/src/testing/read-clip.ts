import { readFileSync } from 'node:fs';
import { ravdessMiniFile } from '@ser/testing';
import type { Audio } from '../samples.ts';

/** A clip of ravdess-mini by its name, such as 03-01-08-01-01-01-01. */
export function readClip(name: string): Audio {
  return readWav(readFileSync(ravdessMiniFile(name)));
}

/** The first two seconds of a clip at its 48 kHz, as in the goldens of clips. */
export function firstSeconds(name: string): Float32Array {
  return Float32Array.from(readClip(name).samples.subarray(0, 2 * 48_000));
}

/** Full scale of 16-bit PCM. */
const FULL_SCALE = 32768;

/** Decodes 16-bit PCM, as in RAVDESS' files, and averages the channels. */
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
        for (let c = 0; c < channels; c++) {
          sum += body.readInt16LE(2 * (i * channels + c)) / FULL_SCALE;
        }
        samples[i] = sum / channels;
      }
      return { samples, sampleRate };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('no data chunk');
}
