import type { WavHeader } from '../wav-header.ts';
import { readSamples } from './read-samples.ts';
import { sampleBlocks } from './sample-blocks.ts';

/** The frames that a header counts in `bytes`, each the mean over its channels; `[frames]`. */
export function decodeFrames(bytes: Uint8Array, header: WavHeader): Float32Array {
  const { channels, frames } = header;
  if (channels === 1) return readSamples(bytes, header);

  const samples = new Float32Array(frames);
  let first = 0;
  for (const block of sampleBlocks(bytes, header)) {
    average(block, channels, samples, first);
    first += block.length / channels;
  }
  return samples;
}

/** The mean over the channels of each frame in `block`, into `samples` from `first` on. */
function average(
  block: Float32Array,
  channels: number,
  samples: Float32Array,
  first: number,
): void {
  for (let frame = first, at = 0; at < block.length; frame++) {
    let sum = 0;
    // Each addition is rounded, as numpy's are.
    for (let channel = 0; channel < channels; channel++) sum = Math.fround(sum + block[at++]);
    samples[frame] = sum / channels;
  }
}
