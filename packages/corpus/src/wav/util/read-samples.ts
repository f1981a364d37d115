import type { WavHeader } from '../wav-header.ts';
import { sampleBlocks } from './sample-blocks.ts';

/**
 * The samples of every channel as they lie in the file, interleaved, at full scale ±1;
 * `[frames × channels]`.
 */
export function readSamples(bytes: Uint8Array, header: WavHeader): Float32Array {
  const samples = new Float32Array(header.frames * header.channels);
  let at = 0;
  for (const block of sampleBlocks(bytes, header)) {
    samples.set(block, at);
    at += block.length;
  }
  return samples;
}
